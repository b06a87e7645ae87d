import { z } from '../vendor/zod';
import { flag, id, optionalText } from './wire-values';

/** The account's own lists, for the editor and for what orders refer to. */

/** `GET /stores` */
export const storeSchema = z.object({
	storeId: id,
	storeName: optionalText,
	/** `ShipStation` for a manual store, else the channel it is connected to: `Amazon`, `WooCommerce`. */
	marketplaceName: optionalText,
	active: z.unknown().transform((value) => value !== false),
});

/** `GET /warehouses` */
export const warehouseSchema = z.object({ warehouseId: id, warehouseName: optionalText, isDefault: flag });

/** `GET /accounts/listtags` */
export const tagSchema = z.object({ tagId: id, name: optionalText });

/** `GET /carriers` */
export const carrierSchema = z.object({ code: z.string(), name: optionalText, nickname: optionalText });

/** `GET /carriers/listservices` */
export const serviceSchema = z.object({ carrierCode: z.string(), code: z.string(), name: optionalText, domestic: flag, international: flag });

/** `GET /carriers/listpackages` */
export const packageSchema = z.object({ carrierCode: z.string(), code: z.string(), name: optionalText });

export type Store = z.output<typeof storeSchema>;
export type Warehouse = z.output<typeof warehouseSchema>;
export type Tag = z.output<typeof tagSchema>;
export type Carrier = z.output<typeof carrierSchema>;
export type CarrierService = z.output<typeof serviceSchema>;
export type CarrierPackage = z.output<typeof packageSchema>;
