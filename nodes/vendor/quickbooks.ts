// One private copy of axios for both: node-quickbooks runs on it, and our keyed batch call goes through it too, so that one
// time-out governs all. See gulpfile.js for how the bundle keeps it single.
import axios, { type AxiosInstance } from 'axios';
import QuickBooksClient from 'node-quickbooks';

/** QuickBooks gives up after 120 s (Intuit, "Limits and throttles"); a connection that hangs longer is dead. */
export const REQUEST_TIMEOUT_MS = 125_000;

(axios as AxiosInstance).defaults.timeout = REQUEST_TIMEOUT_MS;
// QuickBooks refers nobody on to another address: whoever does is not QuickBooks, and gets neither orders nor the token.
axios.defaults.maxRedirects = 0;
axios.defaults.maxBodyLength = Infinity;
axios.defaults.maxContentLength = Infinity;

export { axios, QuickBooksClient };
