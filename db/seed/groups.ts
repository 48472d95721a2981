import type { clients } from "./clients";
import type { staff } from "./staff";

export type NorthwindPerson = keyof typeof staff | keyof typeof clients;

export type SeedGroup<Who extends string> = {
  kind: "team" | "client_group";
  name: string;
  description: string;
  managers: Who[];
  people: Who[];
};

/** Two internal teams and three client groups of Northwind Advisory. */
export const groups: SeedGroup<NorthwindPerson>[] = [
  {
    kind: "team",
    name: "Compliance desk",
    description: "Reviews what leaves the house.",
    managers: ["amara"],
    people: ["kenji", "owen"],
  },
  {
    kind: "team",
    name: "Lending team",
    description: "Credit lines, guarantees and covenants.",
    managers: ["daniel"],
    people: ["mei", "lukasz"],
  },
  {
    kind: "client_group",
    name: "Acme finance",
    description: "Everybody at Acme Corp who handles invoices and statements.",
    managers: ["leila"],
    people: ["priya", "nadia", "chidi", "sara"],
  },
  {
    kind: "client_group",
    name: "Nordlicht board",
    description: "Receives reports of the market entry before they are final.",
    managers: ["leila", "ruth"],
    people: ["jurgen", "annika", "maria", "klaus"],
  },
  {
    kind: "client_group",
    name: "Food and hospitality",
    description: "Bakeries, hotels and food makers, for the quarterly letter.",
    managers: ["leila"],
    people: ["eve", "jonas", "valentina", "andre", "mina", "desmond", "sigrun"],
  },
];
