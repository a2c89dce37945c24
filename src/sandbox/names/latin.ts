import type { Culture } from "./culture.ts";

/** Names that are written in Latin letters, comma-separated, as they are spelt at home. */
export const latinCultures: readonly Culture[] = [
  {
    given: "Olivia, James, Charlotte, Rowan, Imogen, Callum, Beatrice, Desmond, Harriet, Clive, Niamh, Seán",
    family:
      "Ashworth, Bennett, Carmichael, Dunmore, O'Brien, Fairfax, Holloway, Kingsley, Marlowe, Whitcombe",
  },
  {
    given: "José, María, Íñigo, Lucía, Andrés, Begoña, Ramón, Inés, Óscar, Pilar, Jesús, Ximena",
    family: "Núñez, García, Ibáñez, de la Cruz, Fernández, Peña, Muñoz, Gutiérrez, Ordóñez, Valdés, Cortés",
  },
  {
    given: "João, Inês, Tiago, Conceição, Rui, Beatriz, Antônio, Luísa, Gonçalo, Mariana, Sebastião",
    family: "Conceição, Gonçalves, Araújo, Simões, Brandão, Magalhães, Fonseca, Guimarães, Leitão, Mourão",
  },
  {
    given: "Amélie, Benoît, Chloé, François, Hélène, Jérôme, Léa, Noël, Océane, Thérèse, Zoé, Gaël",
    family: "Lefèvre, Béranger, Châtelain, Dupré, Faÿ, Guérin, Hébert, Moreau, Noël, Préjean, Trébuchet",
  },
  {
    given: "Jürgen, Käthe, Björn, Sönke, Lieselotte, Günther, Ännchen, Matthias, Heike, Jörg, Uta, Annegret",
    family: "Müller, Schröder, Groß, Weiß, Böhm, Krämer, Vögele, Kühn, Lindemann, Jäger, Schäfer, Hölderle",
  },
  {
    given: "Giulia, Niccolò, Chiara, Matteo, Ludovica, Gianluca, Fiammetta, Alessio, Ottavia, Dario",
    family: "Moretti, D'Angelo, Bellandi, Cattaneo, Forlì, Ghirardelli, Lo Presti, Montanari, Nardò, Vitale",
  },
  {
    given: "Åsa, Göran, Ørjan, Sølvi, Bjørn, Ingrid, Håkon, Märta, Søren, Astrid, Åke, Kjærsti",
    family: "Ångström, Østergaard, Lindqvist, Bjørnstad, Sørensen, Håkansson, Öberg, Nygård, Kjær, Sjöberg",
  },
  {
    given: "Guðrún, Þórdís, Sigurður, Ásta, Jón, Björk, Einar, Hrafnhildur, Ragnheiður, Þorsteinn",
    family: "Þórsdóttir, Jónsson, Einarsdóttir, Guðmundsson, Bjarnason, Helgadóttir, Ólafsson, Árnadóttir",
  },
  {
    given: "Päivi, Jyrki, Väinö, Aino, Säde, Pekka, Hämäri, Tuomas, Kyllikki, Eero, Riikka, Mikko",
    family: "Mäkinen, Hämäläinen, Väisänen, Korhonen, Järvelä, Niemi, Yli-Rönkkö, Peltola, Sääskilahti",
  },
  {
    given: "Łukasz, Małgorzata, Zbigniew, Żaneta, Stanisław, Grażyna, Michał, Kinga, Wojciech, Bożena",
    family: "Wiśniewski, Żuraw, Dąbrowa, Łukasik, Kołodziej, Szczepaniak, Gąsior, Wróbel, Ćwik, Śliwa",
  },
  {
    given: "Jiří, Běla, Ondřej, Růžena, Šimon, Eliška, Tomáš, Zdeněk, Květa, Dobromila, Ľubomír, Matěj",
    family:
      "Dvořák, Novotný, Růžička, Šťastný, Kučera, Říha, Žižka, Čermák, Hruška, Beneš, Ďurica, Kratochvíl",
  },
  {
    given: "Zsófia, Bálint, Ágnes, Győző, Réka, Tamás, Ildikó, Ottó, Csilla, Márton, Emőke, Örs",
    family: "Kovács, Szőke, Nagy, Győrffy, Horváth, Szűcs, Bíró, Vörös, Halász, Csernai, Fülöp, Sánta",
  },
  {
    given: "Anđela, Goran, Željko, Nataša, Đorđe, Ivana, Siniša, Mirjana, Krešimir, Jadranka, Špela, Matjaž",
    family: "Đurić, Kovačević, Šarić, Božić, Marušić, Zupančič, Hrvatin, Perišić, Vuković, Čolak, Žagar",
  },
  {
    given: "Ștefan, Ioana, Răzvan, Mădălina, Cătălin, Ilinca, Dănuț, Ruxandra, Țvetan, Anca, Horia",
    family: "Popescu, Țuțuianu, Brâncuș, Șerban, Dănilă, Ionescu, Munteanu, Văcărescu, Sârbu, Lupașcu",
  },
  {
    given: "Ayşe, Mehmet, Çağla, Ömer, Şule, Emre, Gülşen, Tuğba, Yiğit, Özgür, Zeynep, Kaan",
    family: "Yılmaz, Öztürk, Çelik, Şahin, Güneş, Doğan, Aydın, Kılıç, Karagöz, Uğurlu, Tümer, Koç",
  },
  {
    given: "Nguyệt, Đức, Hương, Minh, Thảo, Quốc, Linh, Hải, Ngọc, Tuấn, Phượng, Khánh",
    family: "Nguyễn, Trần, Lê, Phạm, Huỳnh, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương",
  },
  {
    given: "Chidinma, Olúwaseun, Ngozi, Tunde, Adébáyọ̀, Amarachi, Emeka, Fọlákẹ́, Yetunde, Ikenna, Zainab",
    family: "Okonkwo, Adéyẹmí, Nwosu, Balogun, Eze, Ọláníyan, Abubakar, Ifeanyi, Obiageli, Uche, Danjuma",
  },
  {
    given: "Thandiwe, Sipho, Lerato, Kagiso, Nomvula, Tendai, Wanjiru, Kamau, Achieng, Juma, Neema, Baraka",
    family:
      "Dlamini, Mokoena, Ndlovu, van der Merwe, Moyo, Mwangi, Otieno, Nyerere, Chikwanha, Botha, Kariuki",
  },
  {
    given: "Māra, Jānis, Līga, Kārlis, Ieva, Rūta, Jonas, Eglė, Žydrūnas, Kęstutis, Õnne, Märten",
    family: "Bērziņš, Kalniņa, Ozoliņš, Liepiņa, Kazlauskas, Šimkutė, Jankūnas, Põldmäe, Tamm, Õunapuu",
  },
  {
    given: "Kamaka, Leilani, Kealoha, Wiremu, Aroha, Hēmi, Tāne, Mele, Sione, Ngaire, Rangi, Kūpono",
    family: "Kahananui, Māhoe, Parāone, Tūhoe, Ngata, Kealoha, Fonua, Tauʻili, Waititi, Rāwiri, Pōmare",
  },
];
