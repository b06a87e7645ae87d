/**
 * What this process knows about its polls, and n8n does not keep: which poll of a node was the last, and which are under way. It must
 * not outlive the process, so it is no static data.
 */
export class PollingMemory {
	private readonly lastPolls = new Map<string, string>();
	private readonly underWay = new Set<string>();

	/**
	 * `undefined` while another poll of the node is under way: n8n starts them by the clock alone.
	 * @param remembered the last poll by what n8n gave this one to go on from. With durable cursors that may be an older state than
	 * the last one, read while another poll was under way: whatever that one had left to read again would be forgotten.
	 */
	begin(node: string, remembered: string | undefined): { afterBreak: boolean } | undefined {
		if (this.underWay.has(node)) return undefined;
		this.underWay.add(node);
		return { afterBreak: remembered === undefined || this.lastPolls.get(node) !== remembered };
	}

	/** @param poll its name, when it got what it read; otherwise the next one goes on from the same state. */
	end(node: string, poll: string | undefined): void {
		this.underWay.delete(node);
		if (poll !== undefined) this.lastPolls.set(node, poll);
	}

	/** As in a process that has just started. */
	forget(): void {
		this.lastPolls.clear();
		this.underWay.clear();
	}
}

export const pollingMemory = new PollingMemory();
