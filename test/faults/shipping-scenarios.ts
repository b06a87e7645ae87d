import type { ShippingBench } from './shipping-bench';

/** A run between QuickBooks and ShipStation that a fault strikes, with what people have done before it. */
export interface ShippingScenario {
	name: string;
	people(bench: ShippingBench): Promise<void>;
	run(bench: ShippingBench): Promise<void>;
}

const write = (bench: ShippingBench) => [bench.write('Invoice', '1042', 2, 1), bench.write('SalesReceipt', '1043', 1, 3), bench.write('Estimate', 'E-44', 1, 2)] as const;

export const SHIPPING_SCENARIOS: ShippingScenario[] = [
	{
		name: 'documents to ShipStation',
		people: async (bench) => void write(bench),
		run: (bench) => bench.send(),
	},
	{
		name: 'changed and voided documents to ShipStation',
		people: async (bench) => {
			const [invoice, receipt] = write(bench);
			await bench.send();
			bench.reorder(invoice, 5, 2);
			bench.void(receipt);
		},
		run: (bench) => bench.send(),
	},
	{
		name: 'tracking to QuickBooks',
		people: async (bench) => {
			const [invoice, receipt, estimate] = write(bench);
			await bench.send();
			for (const one of [invoice, invoice, receipt, estimate]) bench.ship(one);
		},
		run: (bench) => bench.track(),
	},
	{
		name: 'invoices of sales orders that were shipped',
		people: async (bench) => {
			const salesOrders = [bench.write('Estimate', 'E-51', 2, 1), bench.write('Estimate', 'E-52', 1, 1)];
			await bench.send();
			for (const one of salesOrders) bench.ship(one);
			for (const one of salesOrders) one.invoiced = true;
		},
		run: (bench) => bench.track(true),
	},
];
