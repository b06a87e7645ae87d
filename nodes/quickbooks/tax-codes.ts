import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { QbRecord } from './quickbooks';

/** The company's sales tax codes; in the US without automated tax also the two fixed ones, TAX and NON. */
export class TaxCodes {
	constructor(private readonly codes: QbRecord[]) {}

	/** The id of the code with this id or name. */
	resolve(idOrName: string): Outcome<string> {
		if (idOrName === 'TAX' || idOrName === 'NON') return succeed(idOrName);
		const wanted = idOrName.toLowerCase();
		const code = this.codes.find(
			(candidate) => candidate.Id === idOrName || String(candidate.Name ?? '').toLowerCase() === wanted,
		);
		if (code && code.Active !== false) return succeed(code.Id!);
		return fail({
			cause: 'configuration-invalid',
			reason: code ? 'tax-code-inactive' : 'tax-code-not-found',
			message: `The tax code '${idOrName}' ${code ? 'is inactive in' : 'does not exist in'} this QuickBooks company`,
			remedy: "Choose another code under 'Taxable Code' or 'Non-Taxable Code'",
		});
	}
}
