import { allowsDuplicates, askedOperation } from './asked-operations';
import type { Company } from './company';
import type { Counters } from './counters';
import { entityType, write } from './entity-operations';
import { fault, missing, unsupportedOperation } from './faults';
import { attempt, type RequestIds, type Written } from './request-ids';
import { runQuery, type Found } from './run-query';
import { listOf, objectOf, textOf, type Json } from './wire-values';

const largest = 30;

/** What a batch needs besides its body. */
export interface BatchSurroundings {
	readonly company: Company;
	readonly requestIds: RequestIds;
	readonly counters: Counters;
	readonly requestId: string | undefined;
	readonly isHidden: (type: string, id: string) => boolean;
	/** A fault a test has scripted for this item, instead of doing it. */
	readonly scripted: (item: Json) => Written | undefined;
}

/**
 * Runs a batch, one item after the other, and answers each by its bId. Faults stand in the items; nothing is rolled back;
 * no item sees what an earlier one of the batch wrote. More than 30 items are refused as a whole (1040).
 */
export function runBatch(around: BatchSurroundings, body: Json): Json {
	const items = listOf(body.BatchItemRequest);
	if (items.length === 0) throw missing('BatchItemRequest');
	if (items.length > largest) {
		throw fault(
			'1040',
			`The batch size for the batch request exceeds the limit of ${largest}. Supplied: ${items.length}`,
			'',
		);
	}
	if (items.some(({ bId }) => textOf(bId) === undefined)) throw missing('bId');
	around.counters.batchSizes.push(items.length);
	const { behaviour } = around.company;
	const readsOnly = items.every((item) => textOf(item.Query) !== undefined);
	const before: Found | undefined = readsOnly ? new Map<string, Json[]>() : undefined;
	const all = (): Json[] => items.map((item) => answer(around, item, before));
	const answers = behaviour.batchSeesItself ? all() : around.company.frozenDuring(all);
	return { BatchItemResponse: behaviour.batchAnswers === 'reversed' ? answers.reverse() : answers };
}

function answer(around: BatchSurroundings, item: Json, before: Found | undefined): Json {
	const bId = String(item.bId);
	if (textOf(item.Query) !== undefined) {
		around.counters.queries += 1;
		const found =
			around.scripted(item) ?? attempt(() => runQuery(around.company, String(item.Query), around.isHidden, before));
		return { ...('fault' in found ? refusal(around, item, found) : { QueryResponse: found.entity }), bId };
	}
	const property = Object.keys(item).find((name) => !['bId', 'operation', 'optionsData'].includes(name));
	const type = property === undefined ? undefined : entityType(property);
	const key = around.requestId === undefined ? undefined : `${around.requestId}${bId}`;
	const written =
		around.scripted(item) ?? around.requestIds.once(key, () => writeItem(around, item, property, type)).written;
	return { ...('fault' in written ? refusal(around, item, written) : { [type ?? '']: written.entity }), bId };
}

function writeItem(
	{ company, counters }: BatchSurroundings,
	item: Json,
	property: string | undefined,
	type: string | undefined,
): Json {
	const named = String(item.operation);
	if (property === undefined || type === undefined) throw unsupportedOperation(`${named} ${String(property)}`);
	const options = String(item.optionsData ?? '');
	const operation = askedOperation(type, named, options);
	const entity = write(company, operation, type, objectOf(item[property]), {
		allowDuplicateDocNum: allowsDuplicates(options),
	});
	counters.written(operation, type);
	return entity;
}

function refusal(
	{ counters }: BatchSurroundings,
	item: Json,
	{ fault: refused }: { fault: { toJson(): Json; message: string } },
): Json {
	counters.refuse(`batch item ${String(item.bId)}`, refused.message);
	return { Fault: refused.toJson() };
}
