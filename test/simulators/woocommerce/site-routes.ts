import type { LoopbackAnswer } from '../loopback';
import { currencySymbol, gmtOffset, type WooSite } from './site';

/** `GET /wp-json/`, open to everybody. A site with a bare offset tells no zone name, and its offset as a string. */
export function siteIndex(site: WooSite, now: number): LoopbackAnswer {
	const zoneName = typeof site.timeZone === 'string' ? site.timeZone : '';
	return {
		status: 200,
		body: {
			name: site.name,
			description: '',
			url: site.url,
			home: site.url,
			gmt_offset: typeof site.timeZone === 'string' ? gmtOffset(site, now) : String(site.timeZone),
			timezone_string: zoneName,
			page_for_posts: 0,
			page_on_front: 0,
			show_on_front: 'posts',
			namespaces: ['oembed/1.0', 'wc/v1', 'wc/v2', 'wc/v3', 'wp/v2'],
			authentication: {},
			routes: {},
			site_logo: 0,
			site_icon: 0,
			site_icon_url: '',
		},
	};
}

/** `GET /wp-json/wc/v3/settings/general` */
export function generalSettings(site: WooSite): LoopbackAnswer {
	return { status: 200, body: settingsOf(site) };
}

/** `GET /wp-json/wc/v3/settings/general/<id>`; undefined when there is no such setting. */
export function generalSetting(site: WooSite, id: string): LoopbackAnswer | undefined {
	const setting = settingsOf(site).find((candidate) => candidate.id === id);
	return setting === undefined ? undefined : { status: 200, body: setting };
}

/** `GET /wp-json/wc/v3/system_status`. Its `default_timezone` is PHP's, not the site's. */
export function systemStatus(site: WooSite): LoopbackAnswer {
	return {
		status: 200,
		body: {
			environment: {
				home_url: site.url,
				site_url: site.url,
				version: '11.0.1',
				wp_version: '7.1',
				default_timezone: 'UTC',
			},
			settings: {
				api_enabled: false,
				currency: site.currency,
				currency_symbol: currencySymbol(site.currency),
				currency_position: 'left',
				thousand_separator: ',',
				decimal_separator: '.',
				number_of_decimals: site.priceDecimals,
				HPOS_enabled: true,
			},
		},
	};
}

const settingsOf = (site: WooSite) => [
	setting(site, 'woocommerce_default_country', 'Country / State', 'select', 'US:CA', 'US:CA'),
	setting(site, 'woocommerce_calc_taxes', 'Enable taxes', 'checkbox', 'no', site.taxRates.length > 0 ? 'yes' : 'no'),
	setting(site, 'woocommerce_currency', 'Currency', 'select', 'USD', site.currency),
	setting(site, 'woocommerce_price_num_decimals', 'Number of decimals', 'number', '2', String(site.priceDecimals)),
];

const setting = (site: WooSite, id: string, label: string, type: string, standard: string, value: string) => ({
	id,
	label,
	description: '',
	type,
	default: standard,
	tip: '',
	value,
	group_id: 'general',
	_links: { self: [{ href: `${site.url}/wp-json/wc/v3/settings/general/${id}` }] },
});
