import { answerSchemasAreThere, checkAnswer, createSchemaErrors } from './answer-schemas';

const receipt = (amount: unknown) => ({
	Id: '1',
	SyncToken: '0',
	Line: [{ Id: '1', LineNum: 1, Amount: amount, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '1' } } }],
	TotalAmt: 10,
});

(answerSchemasAreThere ? describe : describe.skip)('the check of answers (skipped where the reference schemas are missing)', () => {
	test('says where, deep in an answer, a value has another form than that of QuickBooks', () => {
		const answer = (amount: unknown) => ({ BatchItemResponse: [{ bId: '1', SalesReceipt: receipt(amount) }], time: '2026-03-10T12:00:00.000-08:00' });
		expect(() => checkAnswer(answer(10))).not.toThrow();
		expect(() => checkAnswer(answer('ten'))).toThrow('data/BatchItemResponse/0/SalesReceipt/Line/0/Amount must be number');
	});

	test('says of a document as it is created which field QuickBooks does not know', () => {
		expect(createSchemaErrors('SalesReceipt', { Line: [{ Amount: 10, DetailType: 'SalesItemLineDetail', Sum: 10 }] })).toContain('data/Line/0');
	});
});
