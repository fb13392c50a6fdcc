// Puts the element of Studio into its document and starts it, in Chinese.
import { translateFrom } from './translate.js';
import { followStudio, open } from './addresses.js';
import { offerWork } from './node-work.js';
import { watchRequests } from './requests.js';
import { fitDrawings } from './fit.js';
import { proposeNames } from './names.js';

const host = document.getElementById('studio');
const { tag, idAttribute, id } = host.dataset;

localStorage.setItem('BlazorCulture', 'zh-CN');
translateFrom(document.documentElement);
followStudio();
watchRequests();
proposeNames();

// Opened in a window of its own, the document needs a way back to the portal.
document.querySelector('.studio-back').hidden = window.parent !== window;

await Blazor.start({ applicationCulture: 'zh-CN' });

// Made only now: what is set on an element that is not defined yet is lost when it is.
await customElements.whenDefined(tag);
const element = document.createElement(tag);
element.setAttribute('remote-endpoint', `${location.origin}/elsa/api`);
if (idAttribute) element.setAttribute(idAttribute, id);
element.editWorkflowDefinition = definition => open('workflows/definitions', definition);
element.viewWorkflowInstance = instance => open('workflows/instances', instance);
host.replaceChildren(element);
if (idAttribute) fitDrawings();
if (tag === 'elsa-workflow-instance-viewer') offerWork(id);
