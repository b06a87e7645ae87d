import type { Channel } from './channel';
import { shipstation } from './shipstation/shipstation';
import { shopify } from './shopify/shopify';
import { woocommerce } from './woocommerce/woocommerce';

/** Every channel that orders are read from, by id. */
export const CHANNELS: ReadonlyMap<string, Channel> = new Map([shipstation, shopify, woocommerce].map((channel) => [channel.id, channel]));
