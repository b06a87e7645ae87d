import { setTimeout as wait } from 'node:timers/promises';
import { makeOrder } from '../quickbooks/posting-bench';
import { isBatch, startQuickBooks } from '../simulators/quickbooks/quickbooks-simulator';
import { postings, postOrders, startPosting, UNCHANGED, POSTED } from './canvas';

test('Stop in the editor stops between batches, and the next run posts the rest, each order once', async () => {
	const company = await startQuickBooks({ latencyMs: 20 });
	try {
		const orders = Array.from({ length: 400 }, (_, index) => makeOrder(String(8000 + index)));
		const run = startPosting(company, orders);
		company.faults.add({
			matches: (request) => isBatch(request) && request.body.includes('"SalesReceipt"'),
			skip: 2,
			effect: (answer) => {
				run.cancel();
				return answer;
			},
		});
		await run.finished.catch(() => undefined);
		// What is under way is finished: five batches at most.
		await wait(500);
		const { batches } = company.counters;
		const standing = company.company.documents('SalesReceipt').length;
		expect(standing).toBeGreaterThanOrEqual(90);
		expect(standing).toBeLessThanOrEqual(90 + 5 * 30);
		await wait(500);
		expect(company.counters.batches).toBe(batches);

		const again = await postOrders(company, orders);
		expect(again.error).toBeUndefined();
		expect(postings(again, UNCHANGED)).toHaveLength(standing);
		expect(postings(again, POSTED)).toHaveLength(400 - standing);
		expect(new Set(company.company.documents('SalesReceipt').map(({ DocNumber }) => DocNumber)).size).toBe(400);
		expect(company.company.documents('SalesReceipt')).toHaveLength(400);
	} finally {
		await company.close();
	}
});
