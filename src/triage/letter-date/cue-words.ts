/** What the words around a day say of it. Advisers' corrections go here. */

/** Right before the day they say that it is the letter's own. */
export const MARKS_LETTER =
  /^(?:dated?|dtd|datd|dates|datted|printed|says?|sayin|sais|states?|stated|reads|shows?|showing|stamped|marked|top|headed|heading|typed|header|corner)$/;

/** After the day they say the same. */
export const MARKS_LETTER_AFTER =
  /^[ ,:-]*(?:(?:is|was|it's|its|it is|thats|that's|that is)? ?(?:the )?(?:date )?(?:(?:it )?says |what )?(?:it says|says it|printed|typed|stamped|written|on (?:it|top|the (?:top|letter|pdf|front|paper|notice|decision|actual|document|refusal|one|heading|header)|my letter|letter)|at (?:the )?top|in the (?:top|corner)|top (?:right|left)|up top)|(?:is|was|as) the date\b(?! (?:of|for|they|we|i|it came|it arrived|he|she))|it'?s dated|is what'?s on)/;

/** Stronger than the others: the post has no date of its own to be "dated" with. */
export const DATED = /^(?:dated?|dtd|datd|datted)$/;

/** "letter wrote day 6 of May", "it has 6 May". */
export const TELLS =
  /\b(?:letter|it|pdf|paper) (?:wrote|writes?|said|has|have|had|got|puts?|shows?|(?:was|is) (?:wrote|written|done|typed|made|issued)) (?:the |on |day |of |at |top |date )*$/;

/** What brought the letter, and has days of its own. */
export const POST = /\b(?:e-?mails?|envelope|portal|post|postmark|inbox|stamp)\b/g;

export const AT_THE_FOOT = /\b(?:bottom|footer|template|version)\b/;

/** Papers that are dated too, when they are not a letter about one. */
export const OTHER_DATED =
  /\b(?:reports?|certificate|cert|drafts?|complaints?|request|application|form|appointment|statement|referral|prescription|minutes|reply|response|policy|diagnosis|appeal)\b(?! (?:letter|decision|notice|refusal))/g;

/** A mediation certificate, spelt as it comes. */
export const CERTIFICATE = /(?<!\b(?:birth|death|medical|sick|doctor's|gcse) )\bcert(?:s|i?fi?\w*)?\b/;

/** What carries the date we look for. */
export const LETTER =
  /\b(?:letters?|ltr|lettr|leter|letetr|decisions?|desicion|decison|refusals?|notices?|pdf|final (?:plan|ehcp|ehc plan)|finalised (?:plan|ehcp))\b/;

/** Letters that decide nothing we count from, and letters that families wrote themselves. */
export const ANOTHER_LETTER =
  /\b(?:schools?|school's|hospital|camhs|gp|nhs|doctor'?s?|clinic|paediatric\w*|attendance|exclusion|suspension|penalty|fines?|court|complaints?|solicitors?|appointment|trip|head'?s?|head ?teacher'?s?|amendment|ombudsman'?s?|tribunal'?s?|my appeal|referral|discharge|consent) (?:letters?|notices?|decisions?)\b|\b(?:last year'?s|old|previous|current|existing) (?:plan|ehcp|letter)\b|\bletters? (?:from|off|by) (?:the |his |her |our |my )?(?:\w+ )?(?:school|head|headteacher|nursery|hospital|camhs|gp|nhs|doctor|clinic|consultant|paediatrician|solicitor|college)\b|\b(?:i|we|i've|we've|ive|weve) (?:sent|wrote|posted|emailed|handed|put in) (?:\w+ ){0,2}letters?\b|\b(?:my|our) letters? to\b|\bletters? (?:that )?(?:i|we) (?:sent|wrote|posted)\b/;

/** A decision told as a deed, when the sentence is about the council or an assessment. */
export const DECIDED =
  /\b(?:refused|refusing|turned (?:us|him|her|it|me|them|my \w+)? ?down|said no|decided|rejected|declined|ceased|finali[sz]ed|issued|won'?t assess|will not assess)\b/;
export const ABOUT_COUNCIL =
  /\b(?:la|lea|council|local authority|panel|ehc\w*|echp|assess\w*|plan|send team|sen team)\b/;

/** How it got here: the day of arrival is not the day on the letter. */
export const ARRIVED =
  /\b(?:came|come|comes|arrived|arrive|received|recieved|receive|recd|rec'd|rcvd|recvd|rcd|saw it|brought|postman|postie|signed for|got (?:it|the|a|this|our|my|their|letter)|i got|we got|had (?:a|the|her|his|our) (?:letter|final|plan|ehcp|decision)|get it|got (?:thru|through)|landed|turned up|through the (?:door|post)|thru the (?:door|post)|in the post|post(?:ed|al)?|postmark(?:ed)?|post mark|envelope|delivered|opened|found|picked (?:it )?up|e-?mail(?:ed|s)?|uploaded|portal|downloaded|forwarded|inbox|sent over|read it|scanned|text(?:ed)?)\b/;

/** Days of other things. */
export const OTHER_MATTER =
  /\b(?:born|b\.|dob|d\.o\.b|birth\w*|bday|b'day|turns|turned \d+|turning|is \d+ on|meetings?|met|meet|appointments?|appt|app|rang|ring|phoned|phone|called|calls?|spoke|speaking|told|heard|voicemail|deadlines?|due|by|until|untill|till?|before|after|since|starts?|started|starting|began|joined|hearing|tribunal|review(?:ed)?|annual|template|footer|version|revised|bottom|excluded|exclusion|suspended|suspension|sent home|holidays?|half term|term|attended|attending|applied|apply|application|requested|request|asked|complain\w*|wrote|written to|i sent|we sent|sent (?:off|in|my|our|the form)|submitted|expires?|leave|off sick|ill|visit(?:ed)?|trip|assessed|assessment on|report(?:s|ed)?|reports?|certificate|cert|draft|diagnos\w+|referr?\w*|surgery|operation|hospital|camhs|doctor|gp|consultant|paediatrician|clinic|nhs|invoice|permanent\w*|attack\w*|incident|accident|fell|hit|hurt|moved|move|left|leaves?|parents'? evening|sports day|xmas|policy|court|police|solicitor|appeal\w*|lodged?|mediation|mediator|phase|transfers?|bank|sats|expect\w*|supposed|promis\w*|waiting|waited|no decision|no letter|not had|havent had|haven't had|respond\w*|repl(?:y|ied)|reminder|chased|next|going (?:back|to)|back (?:on|at|to)|open day|visits?|sats|exams?|gcses?|breaks? up|finish\w*|ends?|ended|last day|first day|issued? (?:him|her)|detention|off school|out of school|not been|hasn't been|admitted|discharged|paid|payment|fine|penalty|bus|taxi|transport|contract|inset|strike|interview)\b/;

/** Words that add nothing to a bare answer: "um, it was the 3rd i think, thanks". */
export const FILLER = new Set(
  (
    'fink rekon thnk bro hun babe luv love mate gone a about actual actually ah alright am and as at be believe checked checking council date dated day er erm found from get got hang has have having hello here hey hi hmm ' +
    "i id i'd i'm im in is it it's its i've ive just la letter like lol look looking looks m mine my n no not now of oh ok okay on one only our paper please pretty probably " +
    "quite reckon right says so sorry sure thank thanks that that's thats the their theres there's think this to top true ty u um unless was we we've well were what when " +
    "which with x xx xxx yeah yep yes you your says say said decision one's ones ago year yr again definitely def defo bit exact exactly dunno must been would could can see let me lemme sec " +
    "around round roughly approx approximately maybe ish thereabouts sometime circa either near nearly almost give take couple few before after over during back perhaps possibly wait hold grab grabbed front me kids lad lads had did do does if it'd id if mean meant means reads read they theyve they've them guess assume assuming put puts though tho but or pm am"
  ).split(' '),
);
