/**
 * What this process knows about its polls, and n8n does not keep: which nodes it has polled since it started, and which
 * polls are under way. It must not outlive the process, so it is no static data.
 */
export class PollingMemory {
	private readonly polled = new Set<string>();
	private readonly underWay = new Set<string>();

	/** `undefined` while another poll of the node is under way: n8n starts them by the clock alone. */
	begin(node: string): { firstAfterStart: boolean } | undefined {
		if (this.underWay.has(node)) return undefined;
		this.underWay.add(node);
		return { firstAfterStart: !this.polled.has(node) };
	}

	/** @param read whether the poll got its orders; otherwise the next one is still the first after the start. */
	end(node: string, read: boolean): void {
		this.underWay.delete(node);
		if (read) this.polled.add(node);
	}

	/** As in a process that has just started. */
	forget(): void {
		this.polled.clear();
		this.underWay.clear();
	}
}

export const pollingMemory = new PollingMemory();
