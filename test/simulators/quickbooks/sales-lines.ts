import { Big } from 'big.js';
import { openedBundle } from './bundles';
import type { Company } from './company';
import { discountLine } from './discount-lines';
import { businessFault, fault, missing } from './faults';
import { isSpecialItem } from './special-items';
import { cents, decimalOf, defined, idIn, isNumber, listOf, objectOf, textOf, type Json } from './wire-values';

/** The lines of a sales form as read back, and their two sums. */
export interface SalesLines {
	readonly lines: Json[];
	/** Sum of the item lines, those inside bundles included, before the discount. */
	readonly subtotal: Big;
	readonly discount: Big;
}

/** Checks the lines of a sales form, numbers them and adds the SubTotal line, discounts after it. */
export function salesLines(company: Company, sent: readonly Json[]): SalesLines {
	const lines: Json[] = [];
	const discounts: Json[] = [];
	let number = 0;
	const numbered = (line: Json): Json => {
		number += 1;
		return { Id: String(number), LineNum: number, ...line };
	};
	for (const line of sent) {
		const detailType = textOf(line.DetailType);
		if (detailType === undefined) throw missing('Line.DetailType');
		// Clients that send a read-back line again include the SubTotal line, which QuickBooks makes itself.
		if (detailType === 'SubTotalLineDetail') continue;
		if (detailType === 'DiscountLineDetail') discounts.push(line);
		else if (detailType === 'GroupLineDetail') lines.push(bundleLine(company, line, numbered));
		else lines.push(numbered(lineOf(company, detailType, line)));
	}
	const subtotal = itemLines({ Line: lines }).reduce((sum, { Amount }) => sum.plus(decimalOf(Amount)), new Big(0));
	const taken = discounts.map((line) => discountLine(company, line, subtotal));
	const discount = taken.reduce((sum, { Amount }) => sum.plus(decimalOf(Amount)), new Big(0));
	const subtotalLine = { Amount: cents(subtotal), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} };
	return { lines: [...lines, subtotalLine, ...taken], subtotal, discount };
}

/** The item lines of a sales form as read back, those inside bundles included. */
export function itemLines(document: Json): Json[] {
	return listOf(document.Line).flatMap((line) => {
		if (line.DetailType === 'GroupLineDetail') return listOf(objectOf(line.GroupLineDetail).Line);
		return line.DetailType === 'SalesItemLineDetail' ? [line] : [];
	});
}

function lineOf(company: Company, detailType: string, line: Json): Json {
	if (detailType === 'SalesItemLineDetail') return itemLine(company, line);
	if (detailType === 'DescriptionOnly') return description(line, objectOf(line.DescriptionLineDetail));
	throw fault('2170', `Enumeration value is invalid. Supplied value: ${detailType}`, 'Line.DetailType');
}

function description(line: Json, detail: Json): Json {
	return defined({
		Description: textOf(line.Description),
		DetailType: 'DescriptionOnly',
		DescriptionLineDetail: detail,
	});
}

function itemLine(company: Company, line: Json): Json {
	if (!isNumber(line.Amount)) throw missing('Line.Amount');
	const detail = objectOf(line.SalesItemLineDetail);
	const itemId = idIn(detail.ItemRef);
	// API Explorer: a line that lacks an ItemRef is documentation, and its amount is ignored.
	if (itemId === undefined) return description(line, {});
	checkAmount(line.Amount, detail);
	const classId = company.settings.classTrackingPerTxnLine ? idIn(detail.ClassRef) : undefined;
	return defined({
		Description: textOf(line.Description),
		Amount: cents(decimalOf(line.Amount)),
		DetailType: 'SalesItemLineDetail',
		SalesItemLineDetail: defined({
			ItemRef: itemReference(company, itemId, detail),
			ClassRef: classId === undefined ? undefined : company.named('Class', classId),
			UnitPrice: detail.UnitPrice,
			Qty: detail.Qty,
			ServiceDate: detail.ServiceDate,
			TaxInclusiveAmt: detail.TaxInclusiveAmt,
			// Recorded: a line sent without a code comes back as NON in the US; elsewhere the lack is refused later.
			TaxCodeRef: detail.TaxCodeRef ?? (company.isUnitedStates ? { value: 'NON' } : undefined),
		}),
	});
}

/** A bundle is written out into its components; as recorded, they are numbered after it. */
function bundleLine(company: Company, line: Json, numbered: (line: Json) => Json): Json {
	const { line: head, components } = openedBundle(company, line);
	const numberedHead = numbered(head);
	const Line = components.map((component) => numbered(itemLine(company, component)));
	return { ...numberedHead, GroupLineDetail: { ...objectOf(head.GroupLineDetail), Line } };
}

/** 6070: the amount must be unit price times quantity, rounded half up to cents. */
function checkAmount(amount: unknown, { UnitPrice, Qty }: Json): void {
	if (!isNumber(UnitPrice) || !isNumber(Qty)) return;
	const due = decimalOf(UnitPrice).times(decimalOf(Qty)).round(2, Big.roundHalfUp);
	if (due.eq(decimalOf(amount))) return;
	throw fault(
		'6070',
		`Amount calculation incorrect in the request : Amount is not equal to UnitPrice * Qty. Supplied value:${String(amount)}`,
		'Line.Amount',
	);
}

function itemReference(company: Company, id: string, detail: Json): Json {
	if (isSpecialItem(company, id)) return { value: id };
	const item = company.resolve('Item', id);
	if (item.Type === 'Category') throw businessFault('A category cannot be sold');
	if (item.Type === 'Group') throw businessFault('A bundle is sold by a line of its own type, GroupLineDetail');
	if (item.TrackQtyOnHand === true && !isNumber(detail.Qty)) {
		throw fault(
			'6520',
			'Missing Tracked Inventory Item Quantity : The tracked inventory item must have a quantity.',
			'Qty',
		);
	}
	return { ...company.named('Item', id) };
}
