import { Big } from 'big.js';
import type { Company } from './company';
import { fault, missing } from './faults';
import { cents, decimalOf, defined, idIn, isNumber, listOf, objectOf, textOf, type Json } from './wire-values';

/** A bundle on a sales form: its line as read back without the components, and the components still to be checked. */
export interface Bundle {
	readonly line: Json;
	readonly components: readonly Json[];
}

/**
 * Opens a bundle. Bundles cost what their components cost: those that were sent, or (where QuickBooks takes none) its own
 * at list prices. As recorded, the bundle's line itself has the amount 0 and the components carry theirs.
 */
export function openedBundle(company: Company, line: Json): Bundle {
	const detail = objectOf(line.GroupLineDetail);
	const id = idIn(detail.GroupItemRef);
	if (id === undefined) throw missing('GroupLineDetail.GroupItemRef');
	const bundle = company.resolve('Item', id);
	if (bundle.Type !== 'Group') throw fault('2500', `Invalid Reference Id : Item ${id} is not a bundle`, '');
	const quantity = isNumber(detail.Quantity) ? decimalOf(detail.Quantity) : new Big(1);
	// A line with an Id stands already: a change of something else does not price it anew.
	const takes = company.behaviour.bundleLines === 'taken' || textOf(line.Id) !== undefined;
	const sent = takes ? listOf(detail.Line) : [];
	return {
		line: defined({
			Description: line.Description ?? bundle.Description,
			Amount: 0,
			DetailType: 'GroupLineDetail',
			GroupLineDetail: {
				GroupItemRef: { ...company.named('Item', id) },
				Quantity: Number(quantity.toString()),
			},
		}),
		components: sent.length > 0 ? sent : ownComponents(company, bundle, quantity),
	};
}

function ownComponents(company: Company, bundle: Json, quantity: Big): Json[] {
	return listOf(objectOf(bundle.ItemGroupDetail).ItemGroupLine).map((component) => {
		const item = company.resolve('Item', idIn(component.ItemRef) ?? '');
		const qty = quantity.times(decimalOf(component.Qty));
		return {
			Amount: cents(qty.times(decimalOf(item.UnitPrice))),
			DetailType: 'SalesItemLineDetail',
			SalesItemLineDetail: { ItemRef: { value: item.Id }, Qty: Number(qty.toString()), UnitPrice: item.UnitPrice },
		};
	});
}
