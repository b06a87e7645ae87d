import { chartOfAccounts } from './chart-of-accounts';
import { Company } from './company';
import { defaultBehaviour, defaultSettings, type Behaviour, type CompanySettings } from './company-settings';
import { seed } from './entity-operations';
import { MovableClock } from './simulated-time';
import { startingLists } from './starting-lists';
import { taxLists } from './tax-codes';
import type { Json } from './wire-values';

/** How a company is set up. Everything has a default. */
export interface CompanyOptions {
	readonly realmId?: string;
	readonly company?: Partial<CompanySettings>;
	readonly behaviour?: Partial<Behaviour>;
	/** Default: the real time. Tests give one that stands still and move it on. */
	readonly clock?: MovableClock;
}

/** A company with its accounts, taxes and lists, and without any document. */
export function newCompany({ realmId, company: settings, behaviour, clock }: CompanyOptions): Company {
	const company = new Company(
		realmId ?? '4620816365000000001',
		{ ...defaultSettings, ...settings },
		{ ...defaultBehaviour, ...behaviour },
		clock ?? new MovableClock(),
	);
	const { Account, ...taxes } = taxLists(company.settings.country);
	for (const account of [...chartOfAccounts, ...Account]) seed(company, 'Account', account);
	for (const [type, entries] of Object.entries(taxes))
		for (const entry of entries as readonly Json[]) company.insert(type, { Active: true, ...entry });
	for (const [type, entries] of Object.entries(startingLists)) for (const entry of entries) seed(company, type, entry);
	return company;
}
