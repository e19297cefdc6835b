import Linting
import SourceText

/// What a phrase in a letter shows.
///
/// Each is a way in which authorities write, not a letter seen once; the phrases are in the linter's language.
enum Signal: String, Sendable, Hashable, CaseIterable {
  // What a sentence does.
  /// Asks the applicant for something.
  case asks
  /// Says that something will be asked, without asking it.
  case announces
  /// What every letter of its kind says: time limits, routes, contacts.
  case boilerplate
  /// Says how the authority will read a part of the request.
  case reads
  /// Says what is wrong with a part of the request.
  case problem
  /// Proposes other words or another question.
  case suggests
  /// Goes on about a question asked just before.
  case hints
  /// Begins a further question in the same paragraph.
  case joins
  /// Says "this" of what stands in the sentence before.
  case leans
  /// Stands before, and after, the things between which one is to choose.
  case leadsIn, trailsOff
  /// Leaves out what a number belongs to.
  case hole
  // Whose words follow.
  case quotesRequest, quotesAuthority, closing, footer
  /// The authority speaks, so that a quotation is over.
  case speaks
  /// The applicant speaks, so that it is not over.
  case applicantSpeaks
  // What the letter is.
  case extends, transfers, charges, refuses, costs, estimates, clarifies, responds, acknowledges,
    thanks
  case neitherConfirmNorDeny
  // Dates.
  case requestReceived, replied, reviewWithin

  static let phrases = PhraseBook<Signal>(table) { Signal(rawValue: $0) }

  private static let table: StaticString = """
    asks: please (can|could|would|will)? (you)? (also|kindly|either|therefore)? (clarify|specify|confirm|define|explain|state|name|advise|indicate|provide|give|supply|consider|describe|identify|say|tell|let|list|choose|narrow|rephrase|reword|re write|rewrite|note whether)
    asks: (can|could|would|will) (you|I ask you to) (please|kindly|also|perhaps)? (please|kindly|also|either|be able to)? (clarify|specify|confirm|define|explain|state|name|advise|indicate|provide|give|supply|consider|describe|identify|say|tell|let|list|choose|narrow|expand|elaborate|be more specific|help)
    asks: (we|I) (would|should|'d)? (like|need|want|ask|require|request) (you|for you) to (please)? (clarify|specify|confirm|define|explain|state|name|advise|indicate|provide|give|be more specific|narrow|consider|identify|tell)
    asks: (we|I) (would|will|also|therefore|still)? (also|therefore)? (require|need|seek|request|ask for) (some|further|more|your|additional)? (further)? clarif*
    asks: (we|I) (would|will|also)? (also)? need to know
    asks: you (would|will|may) (also)? (need|have) to (be (more)? specific|clarify|specify|confirm|define|explain|state|name|indicate|provide|narrow|tell|say|identify)
    asks: (grateful|helpful|useful|appreciate*|appreciated) if you (could|would|can) (please|kindly|also)? (clarify|specify|confirm|define|explain|state|name|advise|indicate|provide|give|supply|describe|identify|say|tell|let|list|choose|narrow)
    asks: clarification (of|on|around|about|regarding|as to|in respect of|in relation to|with regard to) (your|what|which|the|whether|question|how)
    asks: (is|are|was|were) (it|this|these|the request|your request|you) <..3> (asking|seeking|looking|interested|after|requesting|referring|wanting|require|want|mean)
    asks: (do|did|does) (you|your request|the request|this|it) (mean|require|want|wish|need|include|cover|refer|relate|also)
    asks: what (do you|is|exactly|precisely|specific*|time|period|dates) <..4> (mean|meant|asking|mean by|want|require|interested)
    asks: (which|what) (of these|of the|time|period|date range|year|years|type|kind|category|categories|areas) <..6> (you|your|require|interested)
    asks: you (could|might|may) (wish|like|want)? (to)? (reduce|narrow|limit|specify|restrict|re phrase|rephrase|reword|remove|refine|shorten)
    asks: not (clear|sure|certain) (what|which|whether|if|how|from)
    announces: before we can (begin|start|continue|proceed|process|deal|take) <..20> (clarify|clarification|information)
    announces: (writing|write|like|need|wish|want|have) to (ask you to)? (clarify|seek clarification) (your request|what information|on your request|about your request|in relation to your request|the (scope|terms) of)
    announces: (ask|asking|asked) you to clarify your request
    announces: clarification <..12> (terms of (your|the) request|your request and the|information you are (looking|seeking))
    announces: clarification <..4> (outlined|set out|requested|detailed|sought|listed|mentioned) (above|below)
    announces: (re write|rewrite|re submit|resubmit|rephrase) your request with
    announces: (points|questions|items) <number> (to|-|and) <number> (above|below)
    announces: (details|detail|information) <..8> (greater|more|further) (degree of)? (precision|detail*)
    announces: (further|more) (details|detail|information|clarification) from you
    announces: (following|below|some) (points|questions|queries|clarification|matters|details|information) (need|require|would|will|so|in order|before|to be clarified|below|to enable)
    announces: (clarify|clarification|answer|confirm|respond to|address) (of|on)? the (following|points below|questions below)
    announces: request is (very|too|quite|rather) (broad|wide|vague|general|unclear) and
    announces: be more specific$
    announces: (require|need|seek|seeking) (some|further|additional|more)? clarification (from you|before|in order|on your request|of your request|regarding your request|about your request|to enable|to help|so that)
    announces: unable to (process|proceed|progress|deal|answer|identify) <..8> (until|without)
    boilerplate: (respond|reply|response|answer*) <..10> (within)? (20|twenty) working (day|days)
    boilerplate: (20|twenty) working (day|days) <..5> (clock|start|begin|count|time|limit|period|from|of|after|does|do|statutory)
    boilerplate: (working day|statutory) (clock|timescale|deadline|time limit|period)
    boilerplate: (clock|time) <..4> (start|stop|begin|pause|paused|stopped|resume|run)
    boilerplate: (provide|send|give|submit) (your|the|this|any)? clarification by
    boilerplate: (clarification|clarified|reply|response|hear from you|heard from you) <..6> (is not received|not received|not been received) 
    boilerplate: (clarification|response|reply) is not (received|provided)
    boilerplate: (not hear|not heard|do not hear|don't hear) from you
    boilerplate: (request|case|file) (will|shall|may) (then)? be (closed|considered (closed|withdrawn|lapsed)|treated as (closed|withdrawn|lapsed))
    boilerplate: choose not to respond
    boilerplate: (once|when|upon|after|on) (we|I)? (have|receiving|receipt|received) <..4> (clarification|reply|response|this information|this)
    boilerplate: thank you for (your|the) <..8> (request|e mail|email|letter|enquiry|correspondence)
    boilerplate: (logged|recorded|registered|treated|dealt with|handled|processed) (as|under) (a|an|the) (freedom|FOI|environmental|request)
    boilerplate: (reference|ref) (number)? <..6> (found|quoted|above|below|all correspondence|correspondence)
    boilerplate: please quote
    boilerplate: further (guidance|information|advice|details) <..12> (see|visit|website|site|link|found|contact|commissioner*|guidance|available)
    boilerplate: act (only)? applies to recorded information
    boilerplate: (unable|not required|not obliged|no obligation) to (supply|provide|give|create|offer) (opinions|explanations|new information|comment)
    boilerplate: contact (me|us|the|our) <..8> (if|should|assistance|help|queries|questions|further|quoting|unit|team|office|on)
    boilerplate: (if|should) you (have|require|need|wish) any (further)? (queries|questions|information|assistance|help|problems|concerns)
    boilerplate: (if|should) you (have|require|need|wish) (further|more) (information|assistance|help|advice)
    boilerplate: (please)? (do not|don't) hesitate to
    boilerplate: internal review
    boilerplate: information commissioner*
    boilerplate: right (of|to) (appeal|complain|review|request)
    boilerplate: publication scheme
    boilerplate: disclosure log
    boilerplate: here is the link
    boilerplate: published <..4> (on|FOI*|at|via) <..4> (website|site|publication)
    boilerplate: (publication|our|FOI|force) (website|site|web site)$
    boilerplate: (intended|privileged|confidential) <..12> (addressee|recipient|information)
    boilerplate: (dissatisfied|unhappy|not satisfied) with
    boilerplate: (sorry|apologise|apologies|regret) for (the|any) (delay|inconvenience)
    boilerplate: re use of
    boilerplate: subject to (the)? (application of)? <..2> (statutory)? exemptions
    boilerplate: assistance with this
    boilerplate: ^please (note|be aware|be advised|see|find|read)
    reads: for your request for <..12> we (can|will|shall|have|could|would)
    reads: (we|I) (have|had|will|shall|are|would)? (interpret*|assum*|taken (this|your)|take (this|your)|read (this|your)) <..8> (to mean|that you|as|to be|to refer|as meaning)
    problem: (too|very|so|extremely|quite) (broad|wide|vague|general|unclear|ambiguous)
    problem: (cannot|can not|unable to|not able to|can't|impossible to|difficult to) (identify|process|search|extract|provide|determine|tell|isolate|distinguish|locate|do|report)
    problem: (not|no|isn't) (clear|recorded|categorised|searchable|specific|a search option|a general search option|field|held in)
    problem: there (is|are) (no|none|not|a large number)
    problem: would (need|have) to be (individually|manually|read|reviewed|checked|assessed|looked)
    problem: you (have|had)? (also)? (ask|asked|ask for|asked for|note|noted|mention|mentioned|refer|referred|state|stated|say|requested|request)
    problem: (question|questions|your request) <..4> (refers|refer|asks|ask|mentions|is|are|uses)
    suggests: (may|might|can|could|would) (I|we) suggest (that)? (you)?
    suggests: (I|we) (would|can|might|could)? (suggest|recommend|propose|advise) (that)? (you)?
    suggests: (my|our|the|a|one) (only|best|other|possible|alternative|first)? suggestion (would be|is|might be|could be) (to|that)?
    suggests: it (would|may|might|could) be (easier|better|helpful|simpler|quicker|possible|more helpful|more useful|best) (for you|if you|for us if you|to)
    suggests: the best (course|way|approach|option) (would|may|might|is|will) (be)?
    suggests: you (could|might|may) (wish|like|want|prefer)? (to)? (ask|request|name|specify|reduce|narrow|limit|consider|restrict|refine|shorten|choose|use|focus|give|list)
    suggests: (alternatively|instead|otherwise) (,)? (you|we) (could|can|may|might|would)
    suggests: (please)? consider (a|an|asking|limiting|narrowing|reducing|specific|naming)
    suggests: we (can|would be able to) (use|provide|supply|offer)
    hints: if we can (get|have)
    hints: if (you'd|you would) like to (understand|see|know)
    joins: ^(also|additionally|furthermore|further|moreover|secondly|thirdly|finally|lastly|in addition|please also|please can you also|could you also|can you also|would you also|and|separately|similarly)
    leadsIn: (is|are) (it|this|these|they|that) (just|only|solely|simply)?
    leadsIn: (asking|looking|interested|searching) (just|only|solely|simply)? (for|about|in|only for)
    leadsIn: (you|request) (mean|require|want|need|wanted|required|seek) (just|only|to know|to include)?
    leadsIn: (you|request|you would|you'd) (cover|include|like|refer to)
    leadsIn: (whether|either|namely|i.e.)
    leadsIn: (whether|if) (you|it|this) (mean|require|want|is|are|need)
    trailsOff: (in|for|at|under) (your)? (question|questions|part) <code>$
    trailsOff: (that|which)? you (require|want|need|mean|are asking for|are interested in|seek|are looking for|are after|would like|wish)$
    leans: (this|these|that|it)$
    leans: (with|by|for|of|about|in|to) (this|these|that|it) (\\?|,)
    leans: (is|does|was|are|do) (this|these|that) (asking|mean|include|refer|about|for|to|cover|relate|just|only|all|the|a|an)
    hole: (under|than|least|most|exceeding|aged|between) (years|year|months|month|days|hours|minutes|weeks|pounds|miles|metres|kg|grams|mph|people|records)
    hole: (aged|age|ages) (under|over|between|from|of) (who|that|which|and|with|years|$)
    hole: between and
    hole: from to
    hole: \\[ (insert|add|enter|date|number|name|age|blank|xx|xxx) <..3> \\]
    hole: (under|over|aged|than|least|within|between) (__|____|_____|______|\\.\\.\\.|xx|xxx)
    quotesRequest: ^(your|the|original)? (original|initial|full|current|refined|clarified)? (FOI|foi)? request (for information|details|text)?$
    quotesRequest: ^(request|question|questions)$
    quotesRequest: you (have|had)? (asked|requested|wrote|said|sought|replied|responded|answered)
    quotesRequest: (in which|where|that) you (have)? (asked|requested|sought|wrote)
    quotesRequest: (request|asked|clarified|refined|requested|questions) <..12> (as follows|following|was|reads)
    quotesRequest: (we|I) understand (your|you) <..8> (as|to be|request*)
    quotesAuthority: ^we (clarified|wrote|asked|replied|responded|contacted) (with|to)? (you|your)?
    closing: ^(yours|your) (sincerely|faithfully|truly)
    closing: ^(kind|best|warm|kindest|many)? (regards|wishes)
    footer: ^show quoted (section|sections)
    footer: ^visible (link|links)
    footer: ^original message
    footer: ^(begin)? forwarded message
    footer: this (e mail|email|message) <..8> (intended|confidential|privileged)
    speaks: ^please be advised
    applicantSpeaks: my (request|questions|question|first|original|previous|letter|email)
    applicantSpeaks: (I am|I'm|I would be) (requesting|grateful if you|making a)
    speaks: ^(I|we) (am|are|have|can|will|must|do|would|regret|write|wish|hold|apologise)
    speaks: ^(unfortunately|following|having|in order|under section|section|the information|searches|further to|in response|to (help|enable|allow)|your request (has|is|was|will|does|would)|the (force|constabulary|council|police|FOI act|freedom of information act))
    speaks: ^(response|reply|answer|decision|our response|outcome|clarification|clarification required|result of searches)$
    extends: (additional|further|extra) (<number>|ten|fifteen|twenty|twenty five|thirty|forty) working (day|days)
    extends: (extend|extending|extended|extension of|exceed) <..6> (time|deadline|period|limit|response) <..10> (public interest|balance|working (day|days)|by <number>)
    extends: not yet reached a decision
    extends: (need|require|requires|take) (more|additional|further|extra|longer) time <..12> (public interest|consider|balance|exemption*)
    extends: (longer than|beyond) (20|twenty) working (day|days) <..20> (public interest|balance)
    extends: (plan|hope|expect|aim|intend) to (let you have|send|provide|give you|issue|complete|respond) <..10> by (the)? (<date>|<number>)
    transfers: (transferred|transferring|forwarded|passed|redirected) (your|this|the) request (on)? to
    transfers: (request|it|this) (has|have) been (transferred|forwarded|passed|redirected) to
    transfers: (held|hold|holds) by (another|a different) (public)? authority <..10> (transfer*|forward*)
    charges: (fees|fee) notice
    charges: (fee|charge|payment) of (£)? <number> <..12> (pay*|payable|before|due|required|receipt|cheque)
    charges: (pay|payment of) (the|this|a) (fee|charge) <..10> (before|within|in order)
    refuses: (is|are|be|as|therefore|being|which|considered) <..3> exempt (from disclosure|from release|under|by virtue|information under|in (full|part))
    refuses: (refus*|declin*|reject*) <..10> (request|process|comply|answer|information|under section|section|notice)
    refuses: (notice|letter|this) <..4> (acts|serves|constitutes|is) (as)? a <..3> refusal
    refuses: (withhold*|withheld|not disclos*|not (be)? releas*|unable to (disclose|release)|will not (disclose|release|provide)) <..10> (information|section|exempt*|data|material|details|request*|under|it|this|names|that)
    refuses: (exemption|exemptions) <..4> (applicable|applied|applies|engaged|relied|used|claimed|cited) (in|to|here|for|on|is|are|as|by)
    refuses: (favours|favour|lies in|support*|favouring) (maintaining|withholding|non release|non disclosure|not (releasing|disclosing))
    refuses: (by virtue of|under) the following (exemption|exemptions|section|sections)
    refuses: (vexatious|manifestly unreasonable|repeated request)
    neitherConfirmNorDeny: neither (confirm|confirms|confirming|confirmed) (nor|or) (deny|denies|denying|denied)
    neitherConfirmNorDeny: (duty|obligation|requirement) to confirm or deny <..6> (does not|is excluded|not arise)
    costs: (exceed*|more than|in excess of|above|beyond|breach*|outside) <..6> (cost|costs|appropriate|fees) (limit|threshold|limits|ceiling)
    costs: (exceed*|more than|in excess of|beyond) <..6> (18|eighteen|24|40) hour* 
    costs: (cost|costs|appropriate|fees) (limit|threshold) <..6> (exceeded|would be exceeded|is exceeded)
    estimates: (estimate|estimates|estimated|figure|figures|data|information) <..6> (provided|given|supplied|shown|set out|included) (above|below|here)
    estimates: (can|able to|have) <..2> (estimate|provide) <..6> (above|below)
    clarifies: clarif* (required|needed|request*|is required|is needed)
    clarifies: (like|need|ask*|writing|write|require|required|wish|want) (you)? (to)? (seek)? clarif*
    clarifies: (further|some|more|seek|seeking|require|need|request|requesting|for|additional) (further)? clarification
    clarifies: (please|could you|can you|would you|you to|you please|you kindly|kindly|need to|asked to) (kindly|please|also|therefore|further)? (clarify|be more specific)
    clarifies: (receive|received|receipt of) <..3> clarification
    clarifies: (need|require|requires) (further|more|additional) (details|detail|information) (from you|in order to|to identify|to enable|to help|before|so that)
    clarifies: (cannot|unable to|can't|not able to) (process|identify|proceed) <..10> (full name|real name|valid|information you|more specific)
    responds: (please)? find <..8> (response|reply|answer|answers|information|attached|below|enclosed|spreadsheet|data)
    responds: (response|reply|answer|answers|information|data) <..6> (below|attached|enclosed|set out)
    responds: (response|reply|answer|answers) <..6> as follows
    responds: (I|we) can confirm (that)? <..4> (information|held|hold|holds|the force|the council)
    responds: (information|data|requested) <..4> (is|are) (attached|enclosed|provided|below|set out|as follows)
    responds: (not held|no information held|do not hold|does not hold|don't hold)
    responds: ^(our)? (response|answer|reply)$
    responds: (decision|decided) to disclose
    acknowledges: acknowledg* (receipt|your|of)
    thanks: (thank you|thankyou|thanks) for (your|contacting|the)
    acknowledges: (will|shall) (receive|be sent|have|get) (a|our|your) (response|reply)
    acknowledges: (respond|reply|response|answer) (to you|will be sent|by|within|you)
    acknowledges: (has|have) been (logged|received|recorded|registered|passed to|allocated)
    acknowledges: (being|been|will be) (dealt with|processed|considered|handled)
    acknowledges: you have contacted
    requestReceived: (request|e mail|email|letter|correspondence|enquiry|application|information) <..20> (received|receipt) (by us|here|by|in this office|on|dated|at)? (on|us|the)? (the)?
    requestReceived: ^(date)? received (on)?
    requestReceived: (received|receipt) (your|this|the) <..3> request <..12> on
    replied: you (replied|clarified|responded|answered|wrote|refined|amended) <..8> on
    replied: (clarified|refined|amended) (by you|further)? on
    reviewWithin: (review|appeal|complaint|complain|re examination|reconsider*) <..20> within
    """
}
