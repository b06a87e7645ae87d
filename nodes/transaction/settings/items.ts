import { z } from '../../vendor/zod';
import { pickedSchema } from './picked';

const item = (name: string) => pickedSchema.default({ by: 'name', value: name });

/** Items for what is no product. */
export const itemsSchema = z
	.object({
		shipping: item('Shipping'),
		fee: item('Fees'),
		tip: item('Tips'),
		duty: item('Import Duties'),
		discount: item('Discounts'),
		channelFee: item('Channel Fees'),
		giftCard: item('Gift Card'),
		storeCredit: item('Store Credit'),
		refund: item('Refunds'),
		rounding: item('Rounding'),
		salesTax: item('Sales Tax'),
	})
	.prefault({});
