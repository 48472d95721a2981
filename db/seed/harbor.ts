import type { Person, Story } from "./story";

/** A second organization, where Ada of Northwind Advisory is a colleague without admin rights. */
export const harborStaff = {
  theo: {
    kind: "internal",
    isAdmin: true,
    name: "Theo Finch",
    title: "Managing director",
    email: "theo.finch@harborfinch.example",
    joined: "44d",
  },
  rosa: {
    kind: "internal",
    name: "Rosa Harbor",
    title: "Director",
    email: "rosa.harbor@harborfinch.example",
    joined: "44d",
  },
  ada: {
    kind: "internal",
    name: "Ada Moreno",
    title: "Outside advisor",
    email: "admin@northwind.example",
    joined: "24d",
  },
} as const satisfies Record<string, Person>;

export const pierAcquisition: Story<keyof typeof harborStaff> = {
  name: "Pier 9 acquisition",
  owner: "theo",
  created: "14.5d",
  due: 25,
  roles: [
    { name: "Deal lead", audience: "internal", holder: "rosa" },
    { name: "Outside advisor", audience: "internal", holder: "ada" },
  ],
  steps: [
    {
      title: "Collect the seller's documents",
      kind: "todo",
      role: "Deal lead",
      due: -5,
      done: { by: "rosa", at: "6.4d" },
    },
    { title: "Approve the valuation", kind: "approval", role: "Outside advisor", due: 4 },
    { title: "Sign the letter of intent", kind: "todo", role: "Deal lead", due: 18 },
  ],
  added: [
    { who: "rosa", by: "theo", at: "14.4d" },
    { who: "ada", by: "theo", at: "13.6d" },
  ],
  invited: [],
};
