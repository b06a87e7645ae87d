export { AMAZON_STORE, MANUAL_STORE, store, WOO_STORE } from './account-lists';
export type { ApiKey } from './authenticate';
export type { OrderRecord, ShipmentRecord, FulfillmentRecord } from './order-record';
export type { ImportedOrder, LabelChoice } from './people-at-work';
export * from './shipstation-faults';
export { startShipStation, type ShipStationOptions, type ShipStationSimulator } from './start';
export type { Switches } from './switches';
