export type { WooKeys } from './authenticate';
export type * from './order-draft';
export type { WooOrderRecord, WooRefundRecord } from './order-record';
export type { WooCounters } from './routes';
export * from './shop-faults';
export { DEFAULT_SITE, EXAMPLE_TAX_RATES, type TaxRate, type WooSite } from './site';
export { startWooCommerce, type WooCommerceOptions, type WooCommerceSimulator } from './start';
export { WooStore } from './store';
