import { z } from '../../vendor/zod';
import { pickedSchema } from './picked';

/**
 * The accounts of the wizard. `deposit` is mandatory where money is booked with the order and `income` where missing products are created;
 * an absent `discount` leaves the choice to the company's own preference.
 */
export const accountsSchema = z.object({
	deposit: pickedSchema.optional(),
	income: pickedSchema.optional(),
	discount: pickedSchema.optional(),
	accountsReceivable: pickedSchema.optional(),
	itemAsset: pickedSchema.optional(),
	itemCogs: pickedSchema.optional(),
	giftCardLiability: pickedSchema.optional(),
	/** Where payments by gift card and store credit go, to be cleared against the liability. */
	giftCardClearing: pickedSchema.optional(),
	/** Absent: `income`. */
	shippingIncome: pickedSchema.optional(),
	/** Of a tip item that is created: income, or what is owed to the staff. Absent: that item must exist. */
	tips: pickedSchema.optional(),
	/** Of an item for fees that the customer paid. Absent: `income`. */
	fees: pickedSchema.optional(),
	/** Of an item for import duties that is created. Absent: that item must exist. */
	duties: pickedSchema.optional(),
	/** What channels and processors keep. Absent: the item for it must exist. */
	channelFees: pickedSchema.optional(),
	/** Absent: `income`. */
	rounding: pickedSchema.optional(),
	/** Income account of a refund item that is created. Absent: `income`. */
	refunds: pickedSchema.optional(),
	/** Where refunded money comes from. Absent: `deposit`. */
	refundFrom: pickedSchema.optional(),
});

export type AccountRole = keyof z.output<typeof accountsSchema>;

/** What each account is called in the editor. */
export const accountFields: Record<AccountRole, string> = {
	deposit: 'Deposit Account',
	income: 'Income Account',
	discount: 'Discount Account',
	accountsReceivable: 'Accounts Receivable Account',
	itemAsset: 'Inventory Asset Account',
	itemCogs: 'Cost of Goods Sold Account',
	giftCardLiability: 'Gift Card Liability Account',
	giftCardClearing: 'Gift Card Clearing Account',
	shippingIncome: 'Shipping Income Account',
	tips: 'Tips Account',
	fees: 'Fees Account',
	duties: 'Duties Account',
	channelFees: 'Channel Fees Account',
	rounding: 'Rounding Account',
	refunds: 'Refunds Account',
	refundFrom: 'Refund From Account',
};
