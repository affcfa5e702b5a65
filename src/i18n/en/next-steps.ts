/** Suggestions by kind of segment and goal: ideas, never said as if measured. */
export const en = {
  title: 'Suggested next steps',
  note: 'Ideas by kind of segment and goal, apart from the numbers. Rewrite them as you see fit.',
  edit: 'Rewrite',
  editOf: (name: string) => `Rewrite the steps for ${name}`,
  save: 'Keep',
  cancel: 'Cancel',
  reset: 'Back to the suggestion',
  edited: 'rewritten by you',
  kept: 'Kept.',
  failed: 'The steps could not be kept.',
  aspect: { content: 'Content', offer: 'Offer', channel: 'Channel', timing: 'Timing', goal: 'For the goal' },
  situation: {
    best: {
      content: 'Early looks, what happens behind the scenes, requests for reviews and referrals.',
      offer: 'Access and service before discounts: they pay full price already.',
      channel: 'The most personal one you have: a mail by name, a call, a card in the parcel.',
      timing: 'Ahead of everyone else at each launch; never as often as a newsletter.',
    },
    loyal: {
      content: 'What goes with what they buy already; how to get more out of it.',
      offer: 'A reason to widen the basket: a bundle, a second category, points.',
      channel: 'Mail and the account page, where their history can be used.',
      timing: 'Shortly before their usual gap between orders is over.',
    },
    new: {
      content: 'Help with the first purchase, then what others bought next.',
      offer: 'A small reason for the second order, with an end date.',
      channel: 'Order mails, which are read most of all; a follow-up by mail.',
      timing: 'Two or three messages within the first month; the second order decides.',
    },
    slipping: {
      content: 'What is new in the categories they bought from; a question about what went wrong.',
      offer: 'Something that ends soon, in their own category; test it against a plain reminder.',
      channel: 'Mail first, then paid audiences for those who don’t open it.',
      timing:
        'Now: each further silent month makes a return less likely. Hold some back to see what it brings.',
    },
    gone: {
      content: 'One honest message about what has changed since they left.',
      offer: 'A win-back offer for the most valuable ones; nothing costly for the rest.',
      channel: 'Mail in small lots, with addresses checked; lookalikes are better bought from the best.',
      timing: 'Once or twice a year, by an occasion; after that let them rest.',
    },
    bargain: {
      content: 'Price per use, comparisons, what is on sale in their categories.',
      offer: 'Bundles and thresholds rather than bare percentages; watch the margin.',
      channel: 'Mail and push on the day of the sale; little paid media.',
      timing: 'At sales and clearances; between them little.',
    },
    quality: {
      content: 'Craft, materials, new arrivals, advice.',
      offer: 'No discounts: first choice, gift wrap, a better version.',
      channel: 'Mail with good pictures, the shop’s own pages.',
      timing: 'At arrivals of new goods and ahead of gift days.',
    },
    service: {
      content: 'Sizes, instructions, honest product pages: what prevents a return or a complaint.',
      offer: 'Help to choose rather than a discount; exchange before refund.',
      channel: 'Customer service, chat, messages after the order.',
      timing: 'Right after the order and before the parcel arrives.',
    },
    engaged: {
      content: 'More of what they open and use; invitations to reply, rate, share.',
      offer: 'Ask for the next step: an order, an upgrade, a recommendation.',
      channel: 'The one they are active on; others only as a reminder.',
      timing: 'Soon after they were active, while it is fresh.',
    },
    prospect: {
      content: 'What it is for, in one example; proof by other customers.',
      offer: 'A small first step: a sample, a trial, free delivery.',
      channel: 'Remarketing and the pages they have seen; mail where they consented.',
      timing: 'Within days of the last visit.',
    },
    occasion: {
      content: 'Gift ideas by price and by whom they are for.',
      offer: 'Delivery in time guaranteed, gift wrap, vouchers for the late.',
      channel: 'Mail and search ads in the weeks before.',
      timing: 'Three weeks before the occasion, then one week, then the last day of delivery.',
    },
    any: {
      content: 'Speak of what this group has in common, as its rule says.',
      offer: 'One offer at a time, so that its effect can be told.',
      channel: 'The one most of them can be reached on with consent.',
      timing: 'When they usually buy; hold some back to measure the effect.',
    },
    rows: {
      content: 'Compare what people see first here with the best of the others.',
      offer: 'Say the same offer in the words that work where the rate is higher.',
      channel: 'Move effort in small steps, and watch the rate as it grows.',
      timing: 'Change one thing at a time, for whole weeks.',
    },
  },
  goal: {
    conversion: 'Shorten the way to the order: one message, one link, one product.',
    retention:
      'Count those who come back within one usual gap between orders, and test against a group left alone.',
    revenue: 'Aim at revenue per person reached, not at opens; keep refunds in sight.',
    clv: 'Prefer what brings a second category or a longer stay over one large basket.',
    roi: 'Set a cost per person beforehand and leave out those who would buy anyway.',
    engagement: 'Ask for a small act each time: a reply, a rating, a saved product.',
  },
};
