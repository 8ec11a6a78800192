"""What people wrote on calls, mails, meetings and tasks; `{first}` and the like are filled in."""

from domain.leads import LostReason

TITLES = {
    "machine": (
        "Coffee machines for {staff} people",
        "New machines for {city}",
        "Machine for the canteen",
        "Replacement of two old machines",
        "Coffee corner on every floor",
        "Espresso bar in the lobby",
        "Machines for the new office",
        "Machine for the customer lounge",
        "Good coffee in {city}",
        "Two floors, one machine each",
        "Away from capsules",
        "Fresh milk for the team",
        "Coffee for the showroom",
    ),
    "rental": (
        "Rental instead of buying",
        "Rental for the new wing",
        "Machine on rent, 24 months",
        "Rental for the project office",
        "Rental for {staff} people",
        "Machine for the building site office",
        "Try first, buy later",
    ),
    "coffee": (
        "Beans for the next quarter",
        "Monthly delivery of beans",
        "Beans and decaf",
        "Filter coffee for the meeting rooms",
        "Switch of bean supplier",
        "Standing order for beans",
        "Beans for {city}",
        "More decaf, less espresso",
        "Beans for the trade fair",
    ),
    "service": (
        "Service contract for all machines",
        "Renewal of the service contract",
        "Complete instead of Basic",
        "Service for machines from elsewhere",
        "Filters and inspection",
    ),
    "workshop": (
        "Barista workshop for the team",
        "Latte art for the summer party",
        "Workshop for new colleagues",
        "Barista day with customers",
    ),
}
FIRST_NOTES = {
    "Website": (
        "Asked through the website for prices and a call back in the afternoon.",
        "Form on the website: “{staff} people, the old machine breaks down every month.”",
        "Downloaded the price list and left a number.",
        "Wrote through the website: wants to compare buying and renting.",
    ),
    "Referral": (
        "Recommended by a customer of ours who has the Office 400.",
        "{first} heard of us from the people next door and wants the same machine.",
        "Introduced by mail; knows our prices roughly already.",
    ),
    "Trade fair": (
        "Met at our stand, had two espressos, took a card.",
        "Talked at the fair for ten minutes; decides together with facility management.",
        "Drew the tasting at the fair. Interested in fresh milk.",
    ),
    "Cold call": (
        "On my list of offices with more than twenty people in {city}.",
        "They use capsules today, says the front desk. {first} decides.",
        "Called before in spring, said to try again.",
    ),
    "LinkedIn": (
        "Answered to my post on coffee in the office.",
        "Moved to a new office in {city}, according to LinkedIn.",
        "Accepted my invitation and asked what we do.",
    ),
    "Existing customer": (
        "{first} called: happy with the machines, needs more.",
        "Came up at the last inspection; our technician told me.",
        "Reply to the yearly review mail.",
    ),
}
MAIL_TO_US = (
    "Hello, could you send us an idea of the prices for about {staff} people? Best, {first}",
    "We would like to taste before we decide. When would you be in {city}?",
    "Thanks for calling back. Thursday after two suits me best.",
    "Does the machine need mains water? Our kitchen has none on the third floor.",
)
NO_ANSWER = (
    "No answer.",
    "No answer, left a message on the voicemail.",
    "In a meeting, I am to try again tomorrow.",
    "On holiday until Monday, says the front desk.",
    "Line busy twice.",
    "Only reached the switchboard.",
)
FIRST_TALK = (
    "Good talk. They drink about {cups} cups a day and pay too much for capsules.",
    "{first} is open to it; the lease of the old machine ends in three months.",
    "Interested, wants to see figures per cup. Sent the leaflet.",
    "Has two offers already. Ours has to include service.",
    "Wants fresh milk and something for guests. Agreed a proper conversation.",
    "Short but friendly. {first} collects wishes of the team first.",
)
FIRST_MAIL = (
    "Sent our introduction with three examples of offices of that size.",
    "Sent the comparison of buying and renting, with costs per cup.",
    "Sent photos of the coffee corner that we built last month.",
)
NEEDS = (
    "Need is clear: {cups} cups a day, peak at nine. Budget is approved, {first} decides alone.",
    "On site. Power and water are there, floor can carry it. They want it before the end of next "
    "month.",
    "Tasted the house blend and the single origin; the house blend won by far.",
    "Went through the costs per cup. {first} needs an offer for the board on Thursday.",
    "Two floors, {staff} people, one machine each would do. Milk cooler wanted.",
    "They pay by invoice, need a purchase order number on it.",
    "Wants 24 months of service included and one contact for everything: that would be me.",
)
NEED_NOTES = (
    "Remember: goods lift is 79 cm wide.",
    "{first} prefers mails in the morning, calls after four.",
    "Competes with a capsule supplier, price per cup 0.42.",
    "Their fiscal year ends in December.",
    "Second signature is needed above ten thousand.",
    "Send invoices to the central address, not to {city}.",
)
TASKS = (
    "Send photos of the kitchen to the technician",
    "Ask the warehouse when the Office 400 is back in stock",
    "Bring beans for a tasting",
    "Check the water pressure on the third floor",
    "Call the referral and say thank you",
)
WRONG_ADDRESS = (
    "The mail with the offer came back. Ask the front desk for the right address.",
    "Offer did not arrive, the mailbox is unknown. Calling tomorrow.",
)
AFTER_OFFER = (
    "Offer has arrived. {first} goes through it with the team this week.",
    "Looks good, says {first}; the discount on two machines was noticed.",
    "Is with purchasing now. They compare until Friday.",
    "Wanted to know whether installation is included. It is.",
    "Boss is travelling, decision slips by a week.",
)
AFTER_OFFER_NO_ANSWER = (
    "Asked about the offer, no answer.",
    "Left a message about the offer.",
    "Sent a short mail: does the offer fit?",
)
QUESTIONS = (
    "Could we also pay in two parts?",
    "Is the first year of service included in the price of the machine?",
    "How long does delivery take if we order this week?",
    "Can we swap the beans for decaf for one of the machines?",
    "Does the price hold if we take one machine less?",
)
ANSWERS = (
    "Called about the question. Clear now, the order should come this week.",
    "Answered by mail and sent the data sheet.",
    "Explained it on the phone; {first} was satisfied.",
)
BARGAINS = (
    "Wants five percent for the whole order. Talked to Sofia, we can do that.",
    "A competitor is 400 cheaper. Offered the filters for free instead.",
    "Would sign this week if the workshop was half the price.",
    "Asked for better terms for two years of service.",
)
UNFIT = (
    "Talked it through again: what they need is not what we sell.",
    "They have just prolonged with their present supplier for three years.",
    "{first} says the owners want the cheapest machine there is.",
)
POSTPONED = (
    "Put off until next year, says {first}. No hard feelings.",
    "The management has stopped all new spending.",
    "They repair the old machine once more.",
)
WAITING = (
    "Board meets only in six weeks. Nothing to do until then, says {first}.",
    "The move to the new building is delayed. Call again when the date is fixed.",
    "Purchasing is being reorganised; {first} asks for patience.",
)
AGREED = (
    "Agreed on the phone! Paperwork is on its way, Henrik knows.",
    "{first} says yes. Purchase order follows by post.",
    "Done deal; their legal department reads the service contract now.",
)
STILL_AGREED = (
    "Asked for the signed contract; it lies on the desk of their managing director.",
    "Purchase order is promised for this week.",
)
DRAFTED = (
    "Offer is nearly done, delivery date from the warehouse is missing.",
    "Offer is written; Sofia looks at the discount first.",
)
STILL_DRAFTED = (
    "Told {first} that the offer comes this week.",
    "{first} adds a machine; the offer has to be changed before it goes out.",
)
BY_HAND = (
    "Ordered on the phone, same as last time. No offer needed.",
    "{first} called and ordered at list price.",
)
REVIVED = (
    "{first} called again: the budget is there after all.",
    "The machine of the competitor broke down for the third time. They are back.",
)
ORDERED_HOW = ("by e-mail", "by purchase order", "signed PDF by e-mail", "by phone")
EXTENDED = ("Needs two more weeks, extended the offer.", "Offer ran out over the holidays.")
WON_NOTES = (
    "Thank-you card and a kilo of the single origin are on their way.",
    "Ask for a recommendation after the installation.",
    "Technician is booked; {first} opens the door at seven.",
)
DECLINED = {
    LostReason.PRICE: ("Too expensive for us this year.", "Your price is above our budget."),
    LostReason.COMPETITOR: ("We have decided for another supplier.", "We stay with our supplier."),
    LostReason.TIMING: ("The project is postponed to next year.",),
    LostReason.NO_BUDGET: ("The budget was cut, sorry.",),
}
LOST_NOTES = {
    LostReason.PRICE: (
        "About eight percent above the cheapest offer.",
        "Costs per cup were too high for them.",
    ),
    LostReason.COMPETITOR: (
        "Stay with capsules, the contract was prolonged.",
        "Went with the local dealer.",
    ),
    LostReason.NO_BUDGET: ("Budget was frozen until summer.", "No money for it this year."),
    LostReason.NO_DECISION: (
        "Six attempts, no answer to the offer.",
        "Nobody wants to decide; try again in a year.",
    ),
    LostReason.TIMING: ("Office move comes first. Ask again in autumn.", "Not before next year."),
    LostReason.NO_FIT: (
        "Only eight people, a filter machine does.",
        "No mains water and no place for a tank.",
        "Wants vending with cash, we do not do that.",
    ),
    LostReason.NOT_A_LEAD: (
        "Advertising for search engines.",
        "The same enquiry came in twice.",
        "A student's survey.",
        "Somebody tested our form.",
    ),
}
SUBJECTS = {
    "machine": "Coffee machines for {company}",
    "rental": "Rental for {company}",
    "coffee": "Coffee for {company}",
    "service": "Service for your machines",
    "workshop": "Barista workshop",
}
QUOTE_NOTES = (
    "As discussed on the phone.",
    "With the beans that you liked best.",
    "Installation before eight, so that nobody waits for coffee.",
)
CREDIT_REASONS = {
    "pc": ("Arrived with a scratch, taken back",),
    "set": ("One filter set returned unopened",),
    "kg": ("One bag damaged in transit", "One bag too many delivered"),
    "month": ("Machine stood still for a month", "Goodwill after a late repair"),
    "flat": ("Customer installed one machine himself", "Workshop fell short, goodwill"),
}
WRONG_INVOICE = ("Wrong cost centre, invoiced anew", "Invoiced to the wrong address")
TAGS = (
    "key account",
    "multi-site",
    "tender",
    "sustainable",
    "fresh milk",
    "pilot",
    "referral bonus",
)
