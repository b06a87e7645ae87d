import { Big } from 'big.js';

export interface MoneyV2 {
	readonly amount: string;
	readonly currencyCode: string;
}

export interface MoneyBag {
	readonly shopMoney: MoneyV2;
	readonly presentmentMoney: MoneyV2;
}

/** As Shopify's decimals are written: no trailing zeros but one, `450.0`, `12.5`, `19.99`. */
export function decimal(amount: string | Big): string {
	const text = new Big(amount).toFixed();
	return text.includes('.') ? text : `${text}.0`;
}

/** Amounts of one order in the shop's currency and in the one that the customer saw. */
export class OrderMoney {
	constructor(
		readonly currency: string,
		private readonly presentment: { readonly currency: string; readonly rate: string } | undefined,
	) {}

	get presentmentCurrency(): string {
		return this.presentment?.currency ?? this.currency;
	}

	bag(amount: string | Big): MoneyBag {
		const seen = new Big(amount).times(this.presentment?.rate ?? 1).round(2, Big.roundHalfUp);
		return {
			shopMoney: this.money(amount),
			presentmentMoney: { amount: decimal(seen), currencyCode: this.presentmentCurrency },
		};
	}

	money(amount: string | Big): MoneyV2 {
		return { amount: decimal(amount), currencyCode: this.currency };
	}
}

export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

/** Shopify writes instants in UTC and whole seconds. */
export const dateTime = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
