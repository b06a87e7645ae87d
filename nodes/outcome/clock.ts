/** Time and waiting, injected so that tests and cancellation govern them. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `milliseconds`, or earlier when the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** Whether the execution was cancelled: finish what is under way and start nothing new. */
	cancelled(): boolean;
}
