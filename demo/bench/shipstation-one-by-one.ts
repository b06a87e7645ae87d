import { order } from '../../test/shipstation/account-at-hand';
import { standingClock } from '../../test/simulators/shops/shop-clock';
import { startShipStation } from '../../test/simulators/shipstation';

const START = Date.parse('2026-03-02T17:00:00Z');

/**
 * As many orders by one `createorder` each, as workflows with a single HTTP Request node do it, at the 40 calls a minute that ShipStation
 * allows. Waiting moves the account's clock and takes no time; so does nothing else.
 * @returns minutes of waiting by that clock
 */
export async function minutesOneByOne(count: number): Promise<number> {
	const account = await startShipStation({ clock: standingClock(START) });
	try {
		const { apiKey, apiSecret } = account.key;
		const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
		for (let number = 1; number <= count; number += 1) {
			const answer = await fetch(`${account.url}/orders/createorder`, {
				method: 'POST',
				headers: { authorization, 'content-type': 'application/json' },
				body: JSON.stringify(order(number)),
			});
			if (!answer.ok) throw new Error(`ShipStation answered order ${number} with ${answer.status}`);
			await answer.arrayBuffer();
			if (answer.headers.get('x-rate-limit-remaining') === '0') account.clock.advance(Number(answer.headers.get('x-rate-limit-reset')) * 1_000);
		}
		if (account.account.orders.length !== count) throw new Error(`Of ${count} orders ${account.account.orders.length} stand`);
		return (account.clock.now() - START) / 60_000;
	} finally {
		await account.close();
	}
}
