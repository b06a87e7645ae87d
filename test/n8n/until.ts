/** Looks often: what is waited for may be over in milliseconds. */
export async function until(happened: () => boolean, what = 'It'): Promise<void> {
	const deadline = Date.now() + 120_000;
	while (!happened()) {
		if (Date.now() > deadline) throw new Error(`${what} did not happen within two minutes.`);
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
}
