import type { Company } from './company';
import { entityType } from './entity-operations';
import { fault, missing } from './faults';
import { readBack } from './read-back';
import { instant, timestamp } from './simulated-time';
import type { Json } from './wire-values';

const longestMs = 30 * 86_400_000;
const mostObjects = 1000;

/** Everything of these entities that was written since an instant, deletions included; 30 days back at most. */
export function changeDataCapture(company: Company, entities: string | null, changedSince: string | null): Json[] {
	if (entities === null || entities === '') throw missing('entities');
	if (changedSince === null) throw missing('changedSince');
	const since = instant(changedSince);
	if (Number.isNaN(since))
		throw fault('2060', `Date format is invalid. Supplied value: ${changedSince}`, 'changedSince');
	if (since < company.clock.now() - longestMs) {
		throw fault('4001', 'QueryValidationError: changedSince must not be more than 30 days ago');
	}
	const answers = entities.split(',').map((name) => changesOf(company, name.trim(), since));
	return [{ QueryResponse: answers }];
}

function changesOf(company: Company, name: string, since: number): Json {
	const type = entityType(name);
	if (type === undefined) throw fault('4001', `QueryValidationError: invalid context declaration: ${name}`);
	const changed = company
		.visible(type)
		.filter((entity) => Date.parse(entity.MetaData.LastUpdatedTime) >= since)
		.map((entity) => readBack(company, type, entity));
	const deleted = company.deletions
		.filter((deletion) => deletion.type === type && deletion.at >= since)
		.map(({ id, at }): Json => ({
			domain: 'QBO',
			status: 'Deleted',
			Id: id,
			MetaData: { LastUpdatedTime: timestamp(at) },
		}));
	const all = [...changed, ...deleted].slice(0, mostObjects);
	return all.length === 0 ? {} : { [type]: all, startPosition: 1, maxResults: all.length };
}
