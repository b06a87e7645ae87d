/**
 * Something that the person at the terminal can put right: the message is one sentence that says what happened and what
 * to do. Programs print the message alone; a stack trace would only hide it.
 */
export class SetupFailure extends Error {
	override readonly name = 'SetupFailure';
}
