import type { Random } from './random';

export interface Place {
	readonly city: string;
	readonly stateCode: string;
	readonly state: string;
	readonly postcode: string;
}

/** A made-up buyer in the United States. */
export interface Person {
	/** From 1; 0 in no shop, which is where guests are. */
	readonly number: number;
	readonly firstName: string;
	readonly lastName: string;
	readonly company: string;
	readonly email: string;
	readonly phone: string;
	readonly street: string;
	readonly place: Place;
}

const FIRST = [
	'Ana',
	'Ben',
	'Chloë',
	'Dmitri',
	'Esi',
	'Farah',
	'Gus',
	'Hana',
	'Iván',
	'Jo',
	'Kai',
	'Lúcia',
	'Mei',
	'Noor',
	'Ola',
	'Pia',
];
const LAST = [
	'Ashdown',
	"O'Hara",
	'Brightwater',
	'Núñez',
	'Fernsby',
	'Okonjo',
	'van der Meer',
	'Quill',
	'Thistlewood',
	'Łaska',
	'Marlow-Reed',
	'Yamadera',
];
const COMPANIES = ['Bluebird & Sons', 'Studio "North"', 'Harbour Café LLC'];
const STREETS = ['Elm St', 'Harbor Rd', 'Juniper Ave', 'Mill Ln', 'Sunset Blvd'];
const PLACES: readonly Place[] = [
	{ city: 'Los Angeles', stateCode: 'CA', state: 'California', postcode: '90012' },
	{ city: 'New York', stateCode: 'NY', state: 'New York', postcode: '10001' },
	{ city: 'Austin', stateCode: 'TX', state: 'Texas', postcode: '78701' },
	{ city: 'Seattle', stateCode: 'WA', state: 'Washington', postcode: '98101' },
	// No sales tax.
	{ city: 'Portland', stateCode: 'OR', state: 'Oregon', postcode: '97204' },
];

/** A buyer whose name and address follow from the number and the generator's state; the email is unique by number. */
export function makePerson(number: number, random: Random): Person {
	const firstName = random.pick(FIRST);
	return {
		number,
		// Now and then somebody signs with an emoji.
		firstName: random.chance(0.03) ? `${firstName} 🌻` : firstName,
		lastName: random.pick(LAST),
		company: random.chance(0.1) ? random.pick(COMPANIES) : '',
		email: `buyer${number}@example.com`,
		phone: `555-01${String(number % 100).padStart(2, '0')}`,
		street: `${random.integer(1, 999)} ${random.pick(STREETS)}`,
		place: random.pick(PLACES),
	};
}
