import { phrases, type ProseLists } from "./prose-lists.ts";

export const english: ProseLists = {
  description: phrases(
    `Covers the usual cases
    The standard choice for most orders
    Kept for older records
    Used by the regional offices
    Available in all branches
    A basic version for smaller teams
    Meant for everyday use
    Introduced with the new price list
    Well known among regular customers
    Checked by hand before it is released
    Part of the spring range
    The most requested of its kind
    Intended for internal use
    Replaces the edition of last year
    Suitable for beginners
    Set up for the pilot project
    Offered at selected locations`,
    `and reviewed once a quarter
    with support included
    and updated on request
    until further notice
    with no extra charge
    and available from next month
    at short notice
    in limited numbers
    on weekdays only
    with a yearly contract
    after a short approval
    for new and existing customers
    with the usual terms`,
  ),
  story: phrases(
    `A retired teacher
    A nurse from a small harbour town
    A young detective on her first case
    The last lighthouse keeper of the island
    An ambitious cook
    A gambler who has nothing left to lose
    A lonely astronomer
    A travelling musician
    The daughter of a clockmaker
    An honest thief
    A pilot without a licence
    A shy librarian
    A stranger on the night train
    A boy and his stubborn dog
    The heir to a run-down hotel
    A journalist in a divided city
    An old sailor`,
    `must find the way home before winter comes
    discovers a letter that was never meant to be read
    sets out to save the family business
    learns that the past cannot be left behind
    has one summer to win back an old friend
    follows a trail that leads across the mountains
    is drawn into a dangerous wager
    finds an unlikely ally
    has to choose between duty and love
    uncovers a secret that the whole town keeps
    gets a second chance where nobody expected one
    takes on a powerful rival
    wakes up to a world without sound`,
  ),
  comment: phrases(
    `Called back
    Checked the records
    Spoke to the customer
    Asked the warehouse
    Sent the documents again
    Went through the figures
    Left a message
    Passed on to accounting
    Looked into it this morning
    Met on site
    Received the signed form
    Confirmed by phone
    Discussed in the weekly meeting`,
    `and agreed on a new date
    and found nothing unusual
    and will follow up next week
    because the first attempt failed
    and everything is settled
    and now waiting for an answer
    as agreed
    and corrected the address
    to clear up the last open point
    before the deadline
    and noted the wishes for next time
    without any problems
    and closed the matter`,
  ),
  review: phrases(
    `Works exactly as described
    Delivery was quicker than expected
    Good value for the price
    The colour is a little darker than in the picture
    Would buy it again
    Easy to set up
    The instructions could be clearer
    Friendly and helpful service
    Smaller than I thought, but fine
    Does what it should
    Bought it as a present, and it was a success
    The quality is better than that of the old one
    Arrived well packed
    Not perfect, but good enough
    Have used it every day for a month now
    We ordered a second one
    A bit loud, otherwise great
    Could last longer
    Exactly what I was looking for`,
  ),
  praise: phrases(
    `Works exactly as described
    Delivery was quicker than expected
    Good value for the price
    Would buy it again
    Easy to set up
    Friendly and helpful service
    Bought it as a present, and it was a success
    The quality is better than that of the old one
    Arrived well packed
    Have used it every day for a month now
    We ordered a second one
    Exactly what I was looking for`,
  ),
  mixed: phrases(
    `Not perfect, but good enough
    The colour is a little darker than in the picture
    The instructions could be clearer
    Smaller than I thought, but fine
    Does what it should
    A bit loud, otherwise fine
    Could last longer
    Fine for the price, no more
    Took longer to arrive than promised`,
  ),
  complaint: phrases(
    `Stopped working after a week
    Not as described
    Sent it back
    Arrived damaged
    Nobody answered my messages
    Far too loud
    Feels cheap
    Would not buy it again
    Parts were missing
    Took four weeks to arrive
    Does not fit at all
    A waste of money`,
  ),
  message: phrases(
    `Thank you for your message
    We have received your request and will answer within two days
    The figures for last month are attached
    Please let us know whether the date suits you
    The meeting has been moved to Thursday
    Your order is on its way
    I have a question about the last invoice
    Could you send me the documents again?
    We are looking forward to your visit
    The update will be installed on Sunday night
    There is nothing you need to do
    Please find the agenda below
    I will be out of the office until Monday
    The new price list is valid from next month
    Many thanks for the quick help
    We are sorry for the delay
    The change has been made as you asked
    Please confirm the delivery address
    As discussed, here are the next steps`,
  ),
  subject: phrases(
    `Question about
    Update on
    Reminder:
    Problem with
    Feedback on
    Next steps for
    Change to
    Documents for
    Request concerning
    Notes on
    Proposal for
    Summary of`,
    `the last invoice
    your booking
    the delivery date
    the new contract
    the monthly report
    the team meeting
    account access
    the spring campaign
    the price list
    the maintenance window
    the customer survey
    the opening hours
    the training course`,
  ),
  clinical: phrases(
    `Seen for follow-up
    Blood pressure well controlled
    Lungs clear on examination
    Presents with a cough since three days
    ECG without acute changes
    Knee pain improving with physiotherapy
    Blood glucose above target
    Wound healing well
    Reports headaches twice a week
    Short of breath on exertion
    Abdomen soft and not tender
    Weight stable since the last visit
    Laboratory values within normal limits
    Rash on both forearms
    Vaccination given today
    Observed overnight on the ward
    Sleeps poorly because of back pain
    No fever and no chills`,
    `, medication unchanged
    , to return in six weeks
    , no signs of infection
    , advised rest and fluids
    , dose adjusted
    , referred to a specialist
    , further tests ordered
    , discussed with the patient
    , discharged home in good condition
    , next visit in three months
    , to return if it gets worse
    , no new complaints`,
  ),
  reason: phrases(
    `changed their mind
    found a better price
    delivered too late
    damaged in transit
    wrong size ordered
    ordered twice by mistake
    no longer needed
    entered incorrectly
    moved to another city
    replaced by a newer version
    missing documents
    requested by the customer
    at the end of the contract
    technical fault
    not available in time
    personal reasons`,
  ),
  keywords: phrases(
    `summer
    garden
    office
    travel
    family
    kitchen
    outdoor
    health
    music
    sports
    design
    budget
    weekend
    premium
    classic
    local
    seasonal
    digital
    holiday
    gift
    business
    school
    city
    nature
    technology
    winter
    style
    storage
    home
    sale`,
  ),
};
