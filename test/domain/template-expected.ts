/**
 * Every item of process.md §4 with strength and fields, written by hand from its tables and the models of §7–10 and
 * evaluation.md §7. `*` required, `*?` required on a condition, `+other` takes other words, ⟳ once for each.
 */
const LEVELS = "enum(konsultation,dialog,inflytande,medbeslutande)";
const REPLY =
  "list<enum(web,poster,library,press,social,meeting,school,association,letter,sms,email)";
const TYPES =
  "citizen_dialogue,stakeholder_dialogue,user_dialogue,customer_dialogue,user_council,statutory_consultation";
const DECISION =
  "body:bodyRef* meetingDate:date* paragraph:text* dnr:text* decidedUnder:enum(normal,urgent_chair,delegated)* decisionText:longtext* reservations:list<text> minutesNotes:list<text> minutesUrl:docRef";
const MINUTES =
  "minutesApproved:date minutesAnnounced:date appealUntil:computed-date appealed:bool";
const CONFIRM = "confirmedBy:computed-userRef* confirmedAt:computed-datetime*";
const SENT = `sentAt:date* channels:${REPLY}+other>* doc:docRef* sender:userRef*`;
const FOLLOW = "status:enum(done,ongoing,delayed,changed)* text:text* sentAt:date*";
const METHODS =
  "survey,council,focus_group,submitted_proposals,open_space,dialogue_cafe,web_forum,citizens_meeting,future_workshop,joint_project,consultation_vote,participatory_budget";
const PARTIES =
  "role(board,steeringChair,steeringMember,departmentHead,civilServant,communicator,registrar)";

export const EXPECTED_ITEMS: readonly string[] = [
  // 4.0
  "triage.summary M issueSummary:text*",
  "triage.initiator M initiatorRole:enum(elected,administration,resident,other)*",
  "triage.led-by M ledBy:enum(elected,officials)*",
  "triage.scope M scope:enum(societal,service,single_issue,standing_forum)* serviceRelation:enum(users,customers)*",
  "triage.influence M isInfluenceable:enum(yes,partly,no)* fixedConstraints:longtext*?",
  "triage.decision M decisionPending:bool* decidingBody:bodyRef",
  "triage.legal M legalConsultation:list<enum(none,pbl_oversiktsplan,pbl_detaljplan,miljobalken,minority,sami,other)>*",
  `triage.result M dialogueType:computed-enum(${TYPES},information_only)* overrideType:enum(${TYPES}) overrideReason:text*?`,
  // 4.1
  "identify.statement M issueStatement:text*",
  "identify.aspects M aspectsIn:list<text>* aspectsOut:list<text>",
  "identify.background O priorDecisions:list<{date:date bodyRef:bodyRef ref:text text:text*}> priorActions:longtext",
  "identify.boards M affectedBodies:list<bodyRef>* leadBody:bodyRef* collaborationNote:text",
  "identify.knowledge-gap S knowledgeGap:longtext",
  "identify.first-groups O prelimGroups:list<text>",
  "identify.case M dnr:text*",
  // 4.2
  "purpose.statement M purpose:longtext*",
  "purpose.use M useOfResult:longtext* finalDecisionBody:bodyRef* plannedDecisionDate:date",
  "purpose.scope M canInfluence:list<text>* cannotInfluence:list<text>*",
  `purpose.level M proposedLevel:${LEVELS}*`,
  "purpose.promise S promiseText:text*",
  "purpose.risks O risks:list<{risk:text* probability:int[1-3] impact:int[1-3] measure:text}>",
  "purpose.willing M willingToChange:bool*",
  // 4.3, with decisions.md §1.6 and legal.md L-02
  "decide.proposal M proposalDoc:docRef decisionPoints:list<text>*",
  "decide.budget M budgetSek:money* budgetSource:text* budgetNote:text*?",
  "decide.steering-group M members:list<userRef>*[2-] chair:userRef* viceChair:userRef substitutes:list<userRef> bodyStatus:enum(preparatory_body,committee,other)",
  `decide.level M level:${LEVELS}*? levelDelegated:bool frame:longtext*? boardConfirms:bool*?`,
  "decide.assignment M headAssigned:bool* departmentHead:userRef*",
  "decide.collaboration S collabBodies:list<bodyRef> collabForm:text",
  `decide.register M ${DECISION}`,
  `decide.minutes S ${MINUTES}`,
  `decide.confirm M ${CONFIRM}`,
  // 4.4
  "plan.appoint M civilServant:userRef* appointedAt:date* hoursPerWeek:int[0-] deputy:userRef",
  "plan.kickoff M kickoffDate:date* notes:docRef",
  "plan.lessons S lessonsReviewed:list<lessonRef>",
  "plan.questions M questions:list<text>*[2-5] readabilityChecked:bool*",
  "plan.target-map M groups:list<{name:text* affected:int*[1-4] affectedHow:text* heard:int*[1-4] heardToday:text sizeEstimate:enum(under_50,50_to_500,over_500,unknown) needs:list<enum(easy_read,other_language,sign_language,hearing_loop,physical_access,child_adapted,evening,daytime,digital,not_digital)> reach:computed-list<{channel:text bridge:text place:text}> resourceShare:computed-percent priority:computed-enum(A,B,C,D) score:computed-int[1-16]}>*[3-]",
  "plan.target-priority S resourceShare:map<group,percent>*",
  "plan.outreach M outreach:list<{groupId:enum<plan.target-map.groups>* channel:text bridge:text place:text responsible:userRef date:date}>*",
  `plan.level M level:${LEVELS}*`,
  `plan.method M methods:list<enum(${METHODS})+other>* methodReason:text*`,
  "plan.events M events:list<{start:datetime* end:datetime place:text form:enum(physical,digital,outreach,survey) hostElected:userRef* facilitator:text capacity:text cost:money}>*",
  `plan.feedback-method M feedbackChannels:${REPLY}>* feedbackSender:userRef* feedback1Due:date feedback2Rule:text followUpMonths:list<int>* decidedAt:date*`,
  "plan.feedback-promise M feedbackPromise:text*",
  "plan.communication S commItems:list<{message:text* purpose:enum(invite,remind,inform,thank,feedback,followup,media) groups:list<enum<plan.target-map.groups>> channel:enum(web,notice_board,press,social,letter,sms,poster,school,association,outreach,meeting,other) language:lang format:enum(standard,easy_read,audio,image,sign_language) sender:text responsible:text plannedDate:date sentDate:date doc:docRef toRegister:bool}>*[7-] planDoc:docRef",
  `plan.documentation S docMethod:map<occasion,enum(notes,posters_photographed,digital_board)>* noteTaker:map<occasion,userRef>* storage:text* noNames:bool=true registerRule:text feedbackRounds:list<{round:enum(heard,decision,follow_up)* channel:${REPLY}+other> sender:userRef plannedDate:date receipt:text}> contactList:bool noContactChannel:text`,
  "plan.evaluation S participantQuestions:list<enum(P1,P2,P3,P4,P5,P6,P7,P8,P9,PF)>* modes:list<enum(qr,link,paper,oral)>* languages:list<lang> opens:computed-date closes:computed-date internalMode:enum(anonymous,joint_reflection) internalInvitees:list<userRef>* threshold:int[5-] reporter:text publish:bool learningMeetingPlanned:date",
  `plan.responsibility M matrix:map<step,{accountable:${PARTIES}* responsible:list<${PARTIES}>* consulted:list<${PARTIES}> informed:list<${PARTIES}>}>*[8-]`,
  "plan.resources M competence:map<step,enum(ok,gap)>*[8-] gapMeasure:text plannedCostSek:money*",
  "plan.accessibility M measures:list<{need:text* measure:text}>* interpreter:list<lang> stepFree:bool easyRead:bool",
  "plan.privacy M dataItems:list<{item:text* purpose:text legalBasis:text retention:text deletionDate:date}>* infoText:docRef* dpiaNeeded:bool*",
  "plan.children M childrenAffected:bool* childMethod:text*?",
  "plan.safety O safetyPlan:text",
  "plan.proposal M proposalDoc:docRef* version:int*[1-] submittedAt:date*",
  // 4.5
  "check.review M comments:list<text>",
  "check.preconditions M preconditions:computed-list<text>",
  "check.vote M options:computed-list<enum(approve,return,refer,abstain,recuse)> votes:computed-list<{member:userRef value:text}> quorum:computed-bool result:computed-enum(approve,return,refer)* dissent:computed-list<text> recused:computed-list<userRef>",
  "check.inform-board O informedAt:date docRef:docRef",
  // 4.6
  `event.invite M publishedAt:date* channels:${REPLY}+other>* doc:docRef* contents:list<enum(question,influence,decision,feedback,privacy)>*[5-]`,
  // §8 (7), §13.3
  `event.notice M⟳change sentAt:date* channels:${REPLY}+other>* doc:docRef`,
  `event.remind S⟳occasion sentAt:date channels:${REPLY}+other>`,
  "event.prepare S⟳occasion hostElected:userRef* facilitator:text* noteTaker:userRef* materialReady:bool*",
  "event.elected M⟳occasion electedPresent:list<userRef>*",
  "event.open M⟳occasion infoGiven:bool*",
  "event.document M⟳occasion notes:docRef* photosConsent:enum(none,consented)",
  "event.count M⟳occasion attendance:int*[0-] groupEstimate:map<group,enum(0,few,some,many)>",
  "event.survey M⟳occasion surveyOpenedAt:datetime* mode:list<enum(qr,link,paper)>*",
  "event.debrief S⟳occasion keep:text change:text doneAt:date*",
  // 4.7
  "compile.collect M sources:list<docRef>*",
  "compile.redact M redactedBy:userRef* redactedAt:date*",
  "compile.themes M themes:list<{title:text* summary:text weight:enum(many,some,few) forgroups:list<enum<plan.target-map.groups>>}>*",
  "compile.heard M coverage:map<group,enum(reached,partly,missed)>* biasNote:text*",
  "compile.check S checkedBy:text corrections:text",
  "compile.report M report:docRef* version:text* fixedAt:date* toRegister:bool=true",
  "compile.handover M handedOverAt:date* dnr:text*",
  // 4.8
  "final.material M caseMaterial:docRef*",
  "final.use M themeResponses:list<{themeId:enum<compile.themes.themes>* outcome:enum(followed,partly,not_followed,later) reason:text*}>*",
  `final.register M ${DECISION}`,
  `final.confirm M ${CONFIRM}`,
  "final.owner S implementer:text* milestones:list<{date:date text:text*}>",
  `final.minutes S ${MINUTES}`,
  // 4.9
  `feedback.heard M ${SENT}`,
  `feedback.status M⟳D13 ${SENT}`,
  `feedback.decision M ${SENT} linksToThemeResponses:bool*`,
  `feedback.result M ${SENT}`,
  "feedback.reach S reach:map<group,bool>*",
  // 4.10
  "eval.participants M rounds:list<{eventId:enum<plan.events.events>* closedAt:date n:int[0-]}>*",
  "eval.internal M roundId:text* mode:enum(anonymous,joint_reflection)* invited:int*[0-] n:int*[0-] closedAt:date",
  "eval.meeting M heldAt:date* notes:docRef conclusions:list<{question:enum(I1,I2,I3,I4,I5,I6,I7,I8,I9,I10,I11,I12)* conclusion:longtext*}>",
  "eval.lessons M lessons:list<{lessonId:computed-text step:enum(triage,identify-issue,purpose-and-influence,decide-dialogue,planning,checkpoint,conduct-dialogue,compile-results,final-decision,feedback-to-citizens,evaluate-and-learn,follow-up) kind:enum(keep,change,stop,try) observation:text* evidence:list<enum(I1,I2,I3,I4,I5,I6,I7,I8,I9,I10,I11,I12,P1,P2,P3,P4,P5,P6,P7,P8,P9,debrief,deadline,attendance,freeText,other)>* cause:text recommendation:text* owner:role(steeringChair,steeringMember,departmentHead,civilServant,communicator,registrar) due:date status:enum(open,accepted,done,rejected) tags:list<enum(target-groups,method,time,budget,roles,communication,accessibility,feedback,digital,children)> reuseHint:text}>*",
  "eval.report S report:docRef* reportedAt:date* paragraph:text",
  // 4.11
  `follow.m6 M ${FOLLOW}`,
  `follow.m12 M ${FOLLOW}`,
  `follow.n M⟳D18 ${FOLLOW}`,
  "follow.finish M finishedAt:date* by:userRef*",
  "follow.export M exportId:text* receivedBy:text*",
  "follow.purge M purgeList:computed-list<text>* gallringsbeslut:text* doneAt:date",
];
