import fc from 'fast-check';

/** Properties try the same cases on every run, so that a release is never held up by luck; `SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_126) });

export default fc;
