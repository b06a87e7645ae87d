export { DateTime, IANAZone } from 'luxon';
