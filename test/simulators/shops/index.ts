export type { SeedOptions, Story } from './basket';
export { seedShopify } from './seed-shopify';
export { seedWooCommerce, type SeededOrder } from './seed-woocommerce';
export { runningClock, standingClock, type ShopClock } from './shop-clock';
export type { Tender, TrueOrder } from './true-order';
