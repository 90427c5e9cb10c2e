/** Names that people give to fields, with those that they may mean, in the order of likelihood. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  value: ['current', 'goal'],
  name: ['company', 'description', 'title'],
  title: ['name', 'description'],
  notes: ['summary', 'note'],
  due: ['target_date', 'due_date'],
  due_date: ['target_date'],
  deadline: ['target_date', 'due_date'],
  date: ['target_date', 'measured_on'],
  done: ['actual_date', 'done_on'],
  completed_on: ['actual_date', 'done_on'],
  completion_date: ['actual_date', 'done_on'],
  probability: ['likelihood'],
  severity: ['impact'],
  renewal: ['renewal_date'],
  participants: ['attendees'],
  responsible: ['owner'],
  assignee: ['owner'],
};

/** The one of a thing's `free` fields that a key stands for where people use it for the same, or undefined. */
export function usualField(key: string, free: readonly string[]): string | undefined {
  const written = key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return Object.hasOwn(FIELDS, written) ? FIELDS[written]?.find(meant => free.includes(meant)) : undefined;
}
