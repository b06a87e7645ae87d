export { iso31661, iso31662 } from 'iso-3166';
