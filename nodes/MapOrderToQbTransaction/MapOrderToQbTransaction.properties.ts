import type { INodeProperties } from 'n8n-workflow';
import { accountOptions, accountProperties } from './parameters/accounts';
import { chargeOptions } from './parameters/charges';
import { currencyOptions } from './parameters/currency';
import { customerOptions, customerProperties } from './parameters/customers';
import { documentOptions, documentProperties } from './parameters/documents';
import { orderOptions } from './parameters/orders';
import { paymentOptions } from './parameters/payments';
import { productOptions, productProperties } from './parameters/products';
import { refundOptions } from './parameters/refunds';
import { salesTaxProperties, taxOptions } from './parameters/sales-tax';
import { transactionProperties } from './parameters/transaction';

/** The wizard's questions in its order, then what most shops never touch, by subject. */
export const properties: INodeProperties[] = [
	...transactionProperties,
	...accountProperties,
	...customerProperties,
	...productProperties,
	...salesTaxProperties,
	...documentProperties,
	accountOptions,
	customerOptions,
	documentOptions,
	orderOptions,
	paymentOptions,
	productOptions,
	refundOptions,
	chargeOptions,
	taxOptions,
	currencyOptions,
];
