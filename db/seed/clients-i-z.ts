import { at } from "./company";

/** Companies from Iris to Orchard. Telephone numbers are from ranges kept free for fiction. */
export const clientsIToZ = {
  ...at("Iris Design Studio", {
    chloe: { name: "Chloé Béranger", title: "Creative director", email: "chloe@iris.example", joined: "27d" },
    finn: { name: "Finn O'Rourke", title: "Producer", email: "finn@iris.example" },
    yuki: { name: "Yuki Tanabe", title: "Illustrator", email: "yuki@iris.example" },
  }),
  ...at("Juniper Hotels", {
    valentina: { name: "Valentina Cruz", title: "Head of property", email: "valentina.cruz@juniper.example" },
    beatrice: {
      name: "Beatrice Holloway",
      title: "Group counsel",
      email: "beatrice.holloway@juniper.example",
    },
    omar: { name: "Omar Farouk", title: "Regional manager", phone: "+33639980123" },
    gwen: { name: "Gwen Pritchard", title: "Site manager", phone: "+12025550187" },
    andre: { name: "André Figueiredo", title: "Finance director", email: "andre.figueiredo@juniper.example" },
  }),
  ...at("Kestrel Robotics", {
    lin: {
      name: "Lin Zhao",
      title: "Chief technology officer",
      email: "lin.zhao@kestrel.example",
      joined: "26d",
    },
    barbara: { name: "Barbara Nowicki", title: "Controller", email: "barbara.nowicki@kestrel.example" },
    sanjay: { name: "Sanjay Gupta", title: "Head of people", email: "sanjay.gupta@kestrel.example" },
  }),
  ...at("Lumen Films", {
    isabel: { name: "Isabel Fontaine", title: "Producer", email: "isabel@lumen.example" },
    theresa: { name: "Theresa Wolfe", title: "Line producer", email: "theresa@lumen.example", joined: "25d" },
    kofi: { name: "Kofi Asante", title: "Editor", phone: "+33639981274" },
  }),
  ...at("Maple Street Dental", {
    patricia: {
      name: "Patricia Nguyen",
      title: "Dentist",
      email: "patricia@maplestreet.example",
      joined: "25d",
    },
    george: { name: "George Nguyen", title: "Office manager", email: "george@maplestreet.example" },
    lila: { name: "Lila Thompson", title: "Hygienist", email: "lila@maplestreet.example" },
  }),
  ...at("Nordlicht Energie", {
    jurgen: {
      name: "Jürgen Großmann",
      title: "Managing director",
      email: "juergen.grossmann@nordlicht.example",
      language: "de",
    },
    annika: {
      name: "Annika Sørensen",
      title: "Head of strategy",
      email: "annika.soerensen@nordlicht.example",
      language: "de",
    },
    maria: {
      name: "Maria Theresia Magdalena von Hohenstein-Wittelsbach-Lindenau",
      title: "Chair of the supervisory board",
      email: "m.vonhohenstein@nordlicht.example",
      language: "de",
    },
    bjorn: { name: "Björn Ålander", title: "Grid engineer", phone: "+491713920012" },
    fatima: { name: "Fatima El-Amin", title: "Regulatory affairs", email: "fatima.elamin@nordlicht.example" },
    klaus: {
      name: "Klaus Richter",
      title: "Works council",
      email: "klaus.richter@nordlicht.example",
      language: "de",
    },
  }),
  ...at("Orchard Foods", {
    mina: { name: "Mina Karimi", title: "Chief operating officer", email: "mina.karimi@orchard.example" },
    desmond: { name: "Desmond Clarke", title: "Buyer", email: "desmond.clarke@orchard.example" },
    sigrun: { name: "Sigrún Jónsdóttir", title: "Quality lead", email: "sigrun.jonsdottir@orchard.example" },
    pavel: { name: "Pavel Dvořák", title: "Warehouse manager", phone: "+12065550163" },
  }),
};
