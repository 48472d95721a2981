import { clientsAToH } from "./clients-a-h";
import { clientsIToZ } from "./clients-i-z";

/** The clients of Northwind Advisory: 60 people of 15 companies. */
export const clients = { ...clientsAToH, ...clientsIToZ };
