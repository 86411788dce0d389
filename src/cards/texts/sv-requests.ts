/** Det som en person ombeds göra i sin egen chatt, och resultatet av frågorna i steg 0. */
export const svRequests = {
  confirmInitiator: {
    ask: "Vi behöver ditt svar",
    kicker: "Ny medborgardialog",
    title: "Tar du initiativet till den här dialogen?",
    text: (starter: string) =>
      `${starter} har startat en medborgardialog och angett att du är den förtroendevalda som tar initiativet.`,
    means: "Om du svarar Det stämmer leder du arbetet tills nämnden har utsett en styrgrupp.",
    wrong: "Stämmer det inte? Dra tillbaka dialogen, eller prata med den som startade den.",
    doneTitle: "Du har bekräftat initiativet",
    doneText: "Arbetet kan gå vidare. Du ser det i dialogens översikt.",
    goneTitle: "Frågan gäller inte längre",
    goneText: "Dialogen har dragits tillbaka. Du behöver inte göra något.",
  },
  confirmDecision: {
    ask: "Vi behöver ditt svar",
    title: "Stämmer uppgifterna om nämndens beslut?",
    text: (registrar: string) =>
      `${registrar} har registrerat beslutet från protokollet. Jämför uppgifterna med protokollet innan du svarar.`,
    readTitle: "Beslutet väntar på att bekräftas",
    readText: (registrar: string, chair: string) =>
      `${registrar} har registrerat beslutet från protokollet. ${chair} ombeds bekräfta att uppgifterna stämmer.`,
    means:
      "Om du svarar Stämmer får styrgruppen sina roller och förvaltningschefen ombeds utse en tjänsteperson. Svarar du Stämmer inte går registreringen tillbaka med din motivering.",
    yesTitle: "Du har bekräftat beslutet",
    yesReadTitle: "Beslutet är bekräftat",
    yesText: "Styrgruppen har fått sina roller. Förvaltningschefen ombeds utse en tjänsteperson.",
    noTitle: "Du har skickat tillbaka registreringen",
    noReadTitle: "Registreringen har skickats tillbaka",
    noText: "Den som registrerade beslutet har fått motiveringen.",
    goneTitle: "Det här behöver inte längre något svar",
    goneText: "Registreringen har ändrats eller dragits tillbaka.",
    when: (moment: string) => `Svaret gavs ${moment}.`,
  },
  decisionSentBack: {
    ask: "Något behöver rättas",
    title: "Registreringen av beslutet kom tillbaka",
    text: (chair: string) => `${chair} har svarat att uppgifterna inte stämmer med protokollet.`,
    reason: "Motivering",
    means: "Rätta uppgifterna och registrera beslutet igen. Det du har fyllt i finns kvar.",
    doneTitle: "Beslutet är registrerat igen",
    doneText: "Ordföranden ombeds bekräfta det. Du behöver inte göra något mer nu.",
  },
  appoint: {
    ask: "Vi behöver dig",
    title: "Utse en tjänsteperson",
    text: (body: string) =>
      `${body} har beslutat om en medborgardialog och gett dig i uppdrag att utse en tjänsteperson.`,
    means:
      "Tjänstepersonen tar fram underlag, driver checklistan och registrerar. Planeringen öppnas när du har utsett någon.",
    doneTitle: "Tjänstepersonen är utsedd",
    doneText: (name: string) => `Du har utsett ${name}. Planeringen är öppen.`,
    doneBy: (name: string) => `${name} är utsedd. Planeringen är öppen.`,
    goneTitle: "Du behöver inte utse någon",
    goneText: "Dialogen är avslutad eller uppdraget har gått till någon annan.",
  },
  hello: {
    title: (dialogue: string) => `Du är med i styrgruppen för ${dialogue}`,
    chair: "Nämnden har utsett dig till ordförande i styrgruppen.",
    member: "Nämnden har utsett dig till ledamot i styrgruppen.",
    askedTitle: "Det här kommer du att få frågor om",
    asked: [
      "Planera dialogen tillsammans med den tjänsteperson som utses.",
      "Ta ställning till planen innan medborgarna bjuds in.",
      "Möta medborgarna när dialogen hålls.",
      "Återkoppla till deltagarna och utvärdera.",
    ],
    askedChair: "Som ordförande bekräftar du också beslut som har registrerats.",
    quiet: "Jag skriver till dig bara när det är något du ska göra.",
    notice: "Detta är styrgruppens arbete. Det ersätter inte nämndens beslut.",
    goneTitle: "Du är inte längre med i styrgruppen",
    goneText: "Du behöver inte göra något.",
  },
  facts: {
    dialogue: "Dialog",
    question: "Fråga",
    initiator: "Initiativ",
    body: "Nämnd",
    meeting: "Sammanträde",
    due: "Senast",
    registered: "Registrerat",
    level: "Grad av inflytande",
    levelDelegated: "Styrgruppen bestämmer",
  },
  triage: {
    kicker: "Rätt sorts dialog?",
    yesTitle: "Det här är en medborgardialog",
    suggestTitle: (form: string) => `Det här passar bättre som ${form}`,
    adviceTitle: "Gör så här i stället",
    why: "Förslaget bygger på svaren. Ordföranden kan välja en annan form med en motivering.",
    whyFixed:
      "Inget går att påverka, eller beslutet är redan fattat. Därför kan formen inte ändras.",
    overridden: (form: string) => `Ordföranden har valt ${form} med en motivering.`,
    nextTitle: "Så går det vidare",
    nextConfirmed: "Nästa steg är att enas om frågan och syftet. Sedan beslutar nämnden.",
    nextUnconfirmed: (who: string) => `Först bekräftar ${who} att hen tar initiativet.`,
    lawTitle: "Lagen kräver samråd",
    lawTask: "Gör samrådet för sig.",
    incompleteTitle: "Några frågor är obesvarade",
    types: {
      citizen_dialogue: {
        name: "medborgardialog",
        title: "Medborgardialog",
        advice: [] as string[],
      },
      stakeholder_dialogue: {
        name: "intressedialog",
        title: "Intressedialog (organisationsdialog)",
        advice: [
          "Tjänstepersoner kan hämta in synpunkter. Ingen nämnd behöver besluta om medborgardialog.",
          "Gör en plan på en sida: frågan, grupperna, hur ni dokumenterar och hur ni återkopplar.",
        ],
      },
      user_dialogue: {
        name: "brukardialog",
        title: "Brukardialog",
        advice: [
          "Fråga dem som använder servicen. Använd verksamhetens vanliga kvalitetsarbete.",
          "Nämnderna ska verka för samråd med dem som använder deras tjänster (8 kap. 3 § kommunallagen).",
        ],
      },
      customer_dialogue: {
        name: "kunddialog",
        title: "Kunddialog",
        advice: [
          "Fråga kunderna. Använd verksamhetens vanliga kvalitetsarbete.",
          "Nämnderna ska verka för samråd med dem som använder deras tjänster (8 kap. 3 § kommunallagen).",
        ],
      },
      user_council: {
        name: "brukarråd",
        title: "Brukarråd",
        advice: [
          "Ta upp frågan på rådets dagordning. Kontakta rådets sekreterare.",
          "Rådet kan också vara en målgrupp i en medborgardialog.",
        ],
      },
      statutory_consultation: {
        name: "samråd",
        title: "Samråd",
        advice: [
          "Samrådet måste göras ändå. Kontakta planenheten.",
          "En medborgardialog kan komma tidigare och komplettera samrådet, men aldrig ersätta det.",
        ],
      },
      information_only: {
        name: "information",
        title: "Information",
        advice: [
          "Informera öppet om vad som gäller, och kalla det inte dialog.",
          "Ta hjälp av kommunikationsenheten.",
        ],
      },
    },
  },
};
