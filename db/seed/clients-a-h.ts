import { at } from "./company";

/** Companies from Acme to Helios. Telephone numbers are from ranges kept free for fiction. */
export const clientsAToH = {
  ...at("Acme Corp", {
    priya: { name: "Priya Rao", title: "Chief financial officer", email: "client@acme.example" },
    tom: { name: "Tom Keller", title: "Facilities lead", phone: "+14155550134" },
    nadia: { name: "Nadia Petrova", title: "Controller", email: "nadia.petrova@acme.example" },
    hugo: { name: "Hugo Lambert", title: "General counsel", email: "hugo.lambert@acme.example" },
    chidi: { name: "Chidi Okonkwo", title: "Treasurer", email: "chidi.okonkwo@acme.example" },
    sara: { name: "Sara Lindholm", title: "Accounts payable", email: "sara.lindholm@acme.example" },
  }),
  ...at("Brightwater Bakery", {
    eve: { name: "Eve Callahan", title: "Owner", email: "eve@brightwater.example", joined: "36d" },
    jonas: { name: "Jonas Weber", title: "Head baker", email: "jonas@brightwater.example" },
    aisha: { name: "Aisha Rahman", title: "Bookkeeper", email: "aisha@brightwater.example", joined: "35d" },
    pete: { name: "Pete Rourke", title: "Driver", phone: "+16175550148" },
  }),
  ...at("Cedar Health", {
    samuel: {
      name: "Samuel Adeyemi",
      title: "Medical director",
      email: "samuel.adeyemi@cedarhealth.example",
    },
    renee: { name: "Renée Dubois", title: "Quality manager", email: "renee.dubois@cedarhealth.example" },
    martin: { name: "Martin Castellano", title: "IT lead", email: "martin.castellano@cedarhealth.example" },
    joy: { name: "Joy Fernandes", title: "Head of nursing", email: "joy.fernandes@cedarhealth.example" },
    victor: { name: "Victor Hale", title: "Chief executive", email: "victor.hale@cedarhealth.example" },
    tanisha: {
      name: "Tanisha Brooks",
      title: "Practice manager",
      email: "tanisha.brooks@cedarhealth.example",
    },
  }),
  ...at("Delgado Family Office", {
    carmen: { name: "Carmen Delgado", title: "Trustee", email: "carmen@delgado.example", joined: "34d" },
    mateo: { name: "Mateo Delgado", title: "Beneficiary", phone: "+13055550172" },
    ines: { name: "Inés Delgado Peña", title: "Beneficiary", email: "ines@delgado.example" },
  }),
  ...at("Evergreen Schools", {
    harriet: {
      name: "Harriet Boone",
      title: "Bursar",
      email: "harriet.boone@evergreen.example",
      joined: "33d",
    },
    raj: { name: "Raj Malhotra", title: "Board chair", email: "raj.malhotra@evergreen.example" },
    colette: {
      name: "Colette Marchand",
      title: "Head of school",
      email: "colette.marchand@evergreen.example",
    },
  }),
  ...at("Fjord Logistics", {
    astrid: {
      name: "Astrid Bjørnstad",
      title: "Chief executive",
      email: "astrid@fjord.example",
      joined: "31d",
    },
    sven: { name: "Sven Håkansson", title: "Fleet manager", email: "sven@fjord.example" },
    paola: { name: "Paola Ricci", title: "Customs lead", email: "paola@fjord.example" },
    kwame: { name: "Kwame Boateng", title: "Port agent", phone: "+46701740621" },
  }),
  ...at("Granite & Sons", {
    walter: { name: "Walter Granite", title: "Partner", email: "walter@granite.example", joined: "30d" },
    edith: { name: "Edith Granite", title: "Partner", email: "edith@granite.example" },
    luis: { name: "Luis Ortega", title: "Site manager", phone: "+12125550119" },
  }),
  ...at("Helios Solar", {
    zainab: { name: "Zainab Yusuf", title: "Founder", email: "zainab@helios.example", joined: "29d" },
    marcus: { name: "Marcus Thorne", title: "Finance lead", email: "marcus@helios.example", joined: "28d" },
    hana: { name: "Hana Kovářová", title: "Project manager", email: "hana@helios.example" },
    diego: { name: "Diego Salazar", title: "Installer", email: "diego@helios.example" },
  }),
};
