import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { DocumentType } from '../../nodes/qb-documents/qb-document';
import { isStanding } from '../../nodes/qb-documents/qb-document';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import type { QbRecord } from '../../nodes/quickbooks/quickbooks';
import type { ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { CONTEXT, DETAILS } from '../qb-documents/made-up-records';
import { planOf } from './planned';

const FOLDER = join(__dirname, 'golden');

interface Golden {
	type: DocumentType;
	record: QbRecord;
	settings: ShippingSettingsInput;
	document: unknown;
	plan: unknown;
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

test('there are reviewed documents', () => expect(files).toHaveLength(5));

test.each(files)('%s becomes the document and the order that were reviewed', (file) => {
	const golden = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Golden;
	const document = toQbDocument(golden.type, golden.record, DETAILS, CONTEXT);
	if (!isStanding(document)) throw new Error(document.status);
	expect(JSON.parse(JSON.stringify(document))).toEqual(golden.document);
	expect(JSON.parse(JSON.stringify(planOf(document, golden.settings)))).toEqual(golden.plan);
});
