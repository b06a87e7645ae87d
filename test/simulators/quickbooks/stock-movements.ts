import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import type { PostedMovement } from './inventory';
import { itemLines } from './sales-lines';
import { decimalOf, idIn, isNumber, objectOf, textOf, type Entity } from './wire-values';

type Movements = ReadonlyMap<string, Omit<PostedMovement, 'document'>>;

/** Which way goods go with a document: out with sales, back with refunds; an Estimate moves none. */
const directions: Readonly<Record<string, 1 | -1>> = {
	SalesReceipt: -1,
	Invoice: -1,
	CreditMemo: 1,
	RefundReceipt: 1,
};

/** What a document moves of each tracked item; what the lines of one item move is taken together. */
export function stockMovements(company: Company, type: string, document: Entity): Movements {
	const direction = directions[type];
	const movements = new Map<string, Omit<PostedMovement, 'document'>>();
	if (direction === undefined) return movements;
	for (const line of itemLines(document)) {
		const { ItemRef, Qty } = objectOf(line.SalesItemLineDetail);
		const item = company.get('Item', idIn(ItemRef) ?? '');
		if (item?.TrackQtyOnHand !== true || !isNumber(Qty)) continue;
		const before = movements.get(item.Id)?.quantity ?? new Big(0);
		movements.set(item.Id, {
			date: textOf(document.TxnDate) ?? '',
			sequence: Number(document.Id),
			quantity: before.plus(decimalOf(Qty).times(direction)),
			asset: assetAccount(item),
			against: idIn(item.ExpenseAccountRef) ?? accountIds.costOfGoodsSold,
		});
	}
	return new Map([...movements].filter(([, { quantity }]) => !quantity.eq(0)));
}

/** The stock an item starts with, at its purchase cost. */
export function openingStock(item: Entity): Movements {
	return new Map([
		[
			item.Id,
			{
				date: textOf(item.InvStartDate) ?? '',
				sequence: 0,
				quantity: decimalOf(item.QtyOnHand),
				unitCost: decimalOf(item.PurchaseCost),
				asset: assetAccount(item),
				against: accountIds.openingBalanceEquity,
			},
		],
	]);
}

/** Goods that were bought on account. */
export function boughtStock(item: Entity, date: string, sequence: number, quantity: Big, unitCost: Big): Movements {
	const against = accountIds.payable;
	return new Map([[item.Id, { date, sequence, quantity, unitCost, asset: assetAccount(item), against }]]);
}

export function assetAccount(item: Entity): string {
	return idIn(item.AssetAccountRef) ?? accountIds.inventoryAsset;
}
