/** Under which names the members of each topic can be reached one by one. Names are theirs to choose and mean nothing. */
export interface Directory<Member> {
  /** False where another member has the name: whoever came first keeps it, so that nobody takes another's mail. */
  readonly enter: (member: Member, topic: string, name: string) => boolean;
  readonly leave: (member: Member, topic: string) => void;
  readonly nameOf: (member: Member, topic: string) => string | undefined;
  readonly find: (topic: string, name: string) => Member | undefined;
}

export const newDirectory = <Member>(): Directory<Member> => {
  const topics = new Map<string, Map<string, Member>>();
  const nameOf = (member: Member, topic: string): string | undefined => {
    for (const [name, there] of topics.get(topic) ?? []) if (there === member) return name;
    return undefined;
  };
  const leave = (member: Member, topic: string): void => {
    const name = nameOf(member, topic);
    if (name === undefined) return;
    const names = topics.get(topic);
    names?.delete(name);
    if (names?.size === 0) topics.delete(topic);
  };
  return {
    nameOf,
    leave,
    find: (topic, name) => topics.get(topic)?.get(name),
    enter: (member, topic, name) => {
      const there = topics.get(topic)?.get(name);
      if (there !== undefined) return there === member;
      leave(member, topic);
      const names = topics.get(topic) ?? new Map<string, Member>();
      topics.set(topic, names.set(name, member));
      return true;
    },
  };
};
