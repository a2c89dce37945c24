import type { Culture } from "./culture.ts";

/** Names in other scripts, comma-separated, each with its transliteration after a slash. */
export const scriptCultures: readonly Culture[] = [
  {
    given:
      "Γιώργος/giorgos, Ελένη/eleni, Νίκος/nikos, Κατερίνα/katerina, Σπύρος/spyros, Αγγελική/angeliki, Στέλιος/stelios, Δέσποινα/despina, Χρήστος/christos, Ζωή/zoi",
    family:
      "Παπαδόπουλος/papadopoulos, Οικονόμου/oikonomou, Βλάχου/vlachou, Καραγιάννης/karagiannis, Μακρή/makri, Αντωνίου/antoniou, Ξενάκης/xenakis, Θεοδώρου/theodorou, Ψαράς/psaras",
  },
  {
    given:
      "Анастасия/anastasia, Фёдор/fyodor, Людмила/lyudmila, Юрий/yuri, Наталья/natalya, Григорий/grigory, Ксения/ksenia, Матвей/matvey, Зоя/zoya, Тимофей/timofey",
    family:
      "Королёв/korolyov, Щукин/shchukin, Воробьёва/vorobyova, Ершов/yershov, Чайка/chaika, Яковенко/yakovenko, Цветаев/tsvetaev, Журавлёв/zhuravlyov, Белова/belova",
  },
  {
    given:
      "Олександр/oleksandr, Ярослава/yaroslava, Богдан/bohdan, Соломія/solomiia, Їржина/yirzhyna, Микола/mykola, Оксана/oksana, Тарас/taras, Ганна/hanna, Євген/yevhen",
    family:
      "Шевчук/shevchuk, Коваленко/kovalenko, Гриценко/hrytsenko, Кравець/kravets, Їжакевич/yizhakevych, Бойко/boiko, Ткаченко/tkachenko, Ґудзь/gudz, Панасюк/panasiuk",
  },
  {
    given:
      "Калина/kalina, Борислав/borislav, Цветелина/tsvetelina, Стоян/stoyan, Ралица/ralitsa, Душан/dushan, Љиљана/ljiljana, Ђорђе/djordje, Весна/vesna, Њежана/njezana",
    family:
      "Димитров/dimitrov, Желязкова/zhelyazkova, Ангелов/angelov, Петровић/petrovic, Јовановић/jovanovic, Ђукић/djukic, Тодорова/todorova, Костадинов/kostadinov, Стојанов/stojanov",
  },
  {
    given:
      "ليلى/layla, يوسف/yusuf, فاطمة/fatima, خالد/khalid, نور/nour, عمر/omar, سلمى/salma, طارق/tariq, هند/hind, زياد/ziad, مريم/maryam",
    family:
      "الحداد/alhaddad, النجار/alnajjar, خوري/khoury, العطار/alattar, منصور/mansour, الشامي/alshami, درويش/darwish, بن صالح/bensalah, القاضي/alqadi, حسين/hussein",
  },
  {
    given:
      "آرش/arash, شیرین/shirin, کیان/kian, پریسا/parisa, بهرام/bahram, گلناز/golnaz, داریوش/dariush, ژاله/zhaleh, مهرداد/mehrdad, نسترن/nastaran",
    family:
      "کریمی/karimi, رستمی/rostami, پورعلی/pourali, جعفری/jafari, شیرازی/shirazi, گلستانی/golestani, نوروزی/norouzi, فرهادی/farhadi, یزدانی/yazdani",
  },
  {
    given:
      "נועה/noa, איתן/eitan, תמר/tamar, יונתן/yonatan, שירה/shira, אורי/uri, מיכל/michal, גיל/gil, יעל/yael, עידו/ido",
    family:
      "כהן/cohen, מזרחי/mizrahi, פרידמן/friedman, ביטון/biton, אברהמי/avrahami, שפירא/shapira, דהן/dahan, רוזנברג/rosenberg, גבאי/gabay",
  },
  {
    given:
      "अनन्या/ananya, विक्रम/vikram, प्रिया/priya, रोहन/rohan, मीरा/meera, अर्जुन/arjun, कविता/kavita, संजय/sanjay, नेहा/neha, ईशान/ishan",
    family:
      "शर्मा/sharma, गुप्ता/gupta, त्रिपाठी/tripathi, देशमुख/deshmukh, जोशी/joshi, चतुर्वेदी/chaturvedi, कुलकर्णी/kulkarni, मिश्रा/mishra, राठौड़/rathore",
  },
  {
    given:
      "অনির্বাণ/anirban, শর্মিলা/sharmila, সৌম্য/soumya, তানিয়া/tania, রফিক/rafiq, নাসরিন/nasrin, দেবাশিস/debashis, মৌসুমী/moushumi, কামাল/kamal",
    family:
      "চট্টোপাধ্যায়/chattopadhyay, সেন/sen, রহমান/rahman, ঘোষ/ghosh, চৌধুরী/chowdhury, দাশগুপ্ত/dasgupta, হক/haque, বিশ্বাস/biswas, মিত্র/mitra",
  },
  {
    given:
      "கவிதா/kavitha, முருகன்/murugan, இளவரசி/ilavarasi, செந்தில்/senthil, மீனாட்சி/meenakshi, அருண்/arun, யாழினி/yazhini, கார்த்திக்/karthik",
    family:
      "சுப்பிரமணியன்/subramanian, ராமசாமி/ramasamy, வேலு/velu, நடராஜன்/natarajan, பழனிசாமி/palaniswamy, கண்ணன்/kannan, தமிழ்ச்செல்வன்/thamizhselvan",
  },
  {
    given:
      "晓明/xiaoming, 丽华/lihua, 建国/jianguo, 雨桐/yutong, 志强/zhiqiang, 思远/siyuan, 秀英/xiuying, 浩然/haoran, 静怡/jingyi, 子轩/zixuan",
    family:
      "王/wang, 李/li, 张/zhang, 欧阳/ouyang, 陈/chen, 刘/liu, 司马/sima, 黄/huang, 赵/zhao, 吴/wu, 徐/xu, 郑/zheng",
  },
  {
    given:
      "さくら/sakura, 健太/kenta, 陽子/yoko, 大輔/daisuke, 美咲/misaki, 拓海/takumi, 恵/megumi, 翔/sho, 千尋/chihiro, 一郎/ichiro, ゆうき/yuki",
    family:
      "佐藤/sato, 鈴木/suzuki, 高橋/takahashi, 渡辺/watanabe, 小野寺/onodera, 長谷川/hasegawa, 山口/yamaguchi, 藤原/fujiwara, 大久保/okubo, 西村/nishimura",
  },
  {
    given:
      "민준/minjun, 서연/seoyeon, 지훈/jihoon, 하은/haeun, 도윤/doyun, 수빈/subin, 현우/hyunwoo, 예린/yerin, 은지/eunji, 태양/taeyang",
    family:
      "김/kim, 이/lee, 박/park, 최/choi, 정/jung, 강/kang, 남궁/namgung, 황보/hwangbo, 조/cho, 윤/yoon, 임/lim",
  },
  {
    given:
      "สมชาย/somchai, มาลี/malee, ณัฐพล/nattapon, กานดา/kanda, ธนา/thana, ปิยะ/piya, ศิริพร/siriporn, วิชัย/wichai, อรุณี/arunee",
    family:
      "ศรีสุข/srisuk, ทองดี/thongdee, แสงจันทร์/saengchan, วงศ์สวัสดิ์/wongsawat, บุญมา/boonma, เจริญสุข/charoensuk, พงษ์ไพบูลย์/pongpaiboon",
  },
  {
    given:
      "ნინო/nino, გიორგი/giorgi, თამარ/tamar, ლევან/levan, ქეთევან/ketevan, ირაკლი/irakli, მანანა/manana, ზურაბ/zurab",
    family:
      "ბერიძე/beridze, კაპანაძე/kapanadze, გელაშვილი/gelashvili, მაისურაძე/maisuradze, ლომიძე/lomidze, ჯავახიშვილი/javakhishvili, წიკლაური/tsiklauri",
  },
  {
    given:
      "Անահիտ/anahit, Արամ/aram, Լուսինե/lusine, Տիգրան/tigran, Նարե/nare, Վահագն/vahagn, Շուշան/shushan, Հայկ/hayk",
    family:
      "Պետրոսյան/petrosyan, Հակոբյան/hakobyan, Սարգսյան/sargsyan, Գրիգորյան/grigoryan, Մկրտչյան/mkrtchyan, Ղազարյան/ghazaryan, Թորոսյան/torosyan",
  },
  {
    given:
      "ሳራ/sara, አበበ/abebe, ሃና/hana, ዳዊት/dawit, ትርሃስ/tirhas, ሰላም/selam, ተስፋዬ/tesfaye, ብርሃን/birhan, ማርታ/marta",
    family:
      "ተክለማርያም/teklemariam, ገብረመድህን/gebremedhin, በቀለ/bekele, ኃይሉ/hailu, ወልደ/wolde, ታደሰ/tadesse, መኮንን/mekonnen",
  },
];
