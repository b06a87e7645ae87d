import type { FailureCause } from '../outcome/failure';

/** What an answer of a service means, whatever it says itself. */
export interface ServiceFault {
	cause: FailureCause;
	reason: string;
	/** Continues the service's name: "WooCommerce …". */
	says: string;
	remedy: string;
}
